import org.croton.annotation.*;

class ArrayChosenByData {
  @Compiled
  static double f(@Dims("n") double[] x, boolean first) {
    double[] p = x.clone();
    double[] q = x.clone();
    double[] chosen = first ? p : q; // error[unsupported-branch] col 29: the data decides between double[] and double[], which other names mean too: which array a name means must be known to the build; a clone() is an array of its own
    chosen[0] = 1;
    return p[0];
  }
}
