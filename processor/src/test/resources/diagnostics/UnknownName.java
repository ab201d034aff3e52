import org.croton.*;
import org.croton.annotation.*;

class UnknownName {
  @F32("features") Tensor weights;

  @Compiled
  Tensor f(@F32("features") Tensor x) {
    return x.mul(weihgts); // error[unknown-name] col 18: no variable, field or class is named weihgts; did you mean weights?
  }
}
