import org.croton.annotation.*;

abstract class AbstractCompiled {
  @Compiled
  abstract double f(double x); // error[abstract-compiled] col 19: f has no body to compile
}
