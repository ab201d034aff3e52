import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class UnknownMethod {
  @Compiled
  static Tensor f(@F32("n") Tensor x) {
    Tensor y = x.tanhh(); // error[unknown-method] col 23: Tensor has no method tanhh; did you mean tanh?
    Tensor z = sigmod(x); // error[unknown-method] col 22: UnknownMethod has no method sigmod; did you mean sigmoid?
    return y.add(z);
  }
}
