import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class OneMistakeOneError {
  @F32("features") Tensor w;

  @Compiled
  Tensor f(@F32("rows, features") Tensor x, @F32("rows") Tensor y) {
    Tensor p = sigmoid(x.dot(y)); // error[shape-mismatch] col 29: dot: cannot multiply [rows, features] and [rows]: dim features is not dim rows
    Tensor q = p.add(w).mul(p);
    Tensor cost = mean(q);
    Tensor[] g = grad(cost, w, y);
    w = w.sub(g[0]);
    for (int i = 0; i < 3; i++) {
      q = q.add(g[i]);
    }
    Tensor other = x.add(undefined); // error[unknown-name] col 26: no variable, field or class is named undefined
    return q.add(other);
  }
}
