import org.croton.*;
import org.croton.annotation.*;

class RankMismatch {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    return x.transpose(1, 0, 0); // error[rank-mismatch] col 23: transpose of [n, m] needs each axis once, not [1, 0, 0]
  }
}
