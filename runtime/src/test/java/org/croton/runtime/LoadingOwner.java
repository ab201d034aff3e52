package org.croton.runtime;

import java.util.List;
import java.util.function.Consumer;

/** Stands for a generated class; tests define it again in class loaders of their own. */
public final class LoadingOwner {
  private LoadingOwner() {}

  /** In the tiny library that tests compile. */
  public static native int answer();

  /** Loads a library for this class's loader. */
  public static String load(String file, String checksum) {
    Consumer<String> load = System::load;
    NativeLibrary library = new NativeLibrary(Platform.current(), CpuLevel.BASE, file, checksum);
    return NativeLoader.load(LoadingOwner.class, "", List.of(library), load).file();
  }
}
