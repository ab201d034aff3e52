package org.croton.processor.codegen.java;

import com.palantir.javapoet.NameAllocator;

/** Names of the local variables of one method: each is new, and near to what is asked for. */
final class Locals {
  private final NameAllocator allocator = new NameAllocator();

  /** Keeps a name, such as a parameter's, from being given out. */
  void reserve(String name) {
    allocator.newName(name);
  }

  /** A variable name; characters that Java does not allow are replaced. */
  String local(String wish) {
    return allocator.newName(wish);
  }
}
