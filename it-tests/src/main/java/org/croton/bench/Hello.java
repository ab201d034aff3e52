package org.croton.bench;

/** What a Java process costs that does nothing else: the base line of cold starts. */
public final class Hello {
  private Hello() {}

  /** Prints one line. */
  public static void main(String... arguments) {
    System.out.println("hello");
  }
}
