package org.croton.processor.type;

/** The type of the value that orders effects: each effect takes a token and gives the next one. */
public enum Token implements Type {
  TOKEN;

  @Override
  public String toString() {
    return "token";
  }
}
