package org.croton.annotation;

/** What a compiled method becomes. */
public enum Target {
  /** A native library per platform, called through JNI; the build needs a C compiler. */
  NATIVE,

  /** Plain Java source, which needs no C compiler and runs wherever a JVM does. */
  JAVA
}
