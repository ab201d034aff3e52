package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Match;
import org.jspecify.annotations.Nullable;

/** One way to match a left side; immutable, so that alternatives share their beginnings. */
final class Bindings implements Match {
  private final Node root;
  private final Map<String, Node> nodes;
  private final Map<String, Attrs> attrs;
  private final List<Node> interior;

  private Bindings(
      Node root, Map<String, Node> nodes, Map<String, Attrs> attrs, List<Node> interior) {
    this.root = root;
    this.nodes = nodes;
    this.attrs = attrs;
    this.interior = interior;
  }

  static Bindings of(Node root) {
    return new Bindings(root, Map.of(), Map.of(), List.of());
  }

  /** With one more value; null if the name already stands for another one. */
  @Nullable Bindings bind(String name, Node node) {
    Node known = nodes.get(name);
    if (known != null) {
      return known == node ? this : null;
    }
    Map<String, Node> more = new LinkedHashMap<>(nodes);
    more.put(name, node);
    return new Bindings(root, more, attrs, interior);
  }

  /** With one more group of settings; null if the name already stands for other ones. */
  @Nullable Bindings bind(String name, Attrs settings) {
    Attrs known = attrs.get(name);
    if (known != null) {
      return known.equals(settings) ? this : null;
    }
    Map<String, Attrs> more = new LinkedHashMap<>(attrs);
    more.put(name, settings);
    return new Bindings(root, nodes, more, interior);
  }

  /** Notes an application that the left side takes apart. */
  Bindings through(Node node) {
    List<Node> more = new ArrayList<>(interior);
    more.add(node);
    return new Bindings(root, nodes, attrs, more);
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no value is called " + name + " in " + nodes.keySet());
    }
    return node;
  }

  @Override
  public Attrs attrs(String name) {
    Attrs settings = attrs.get(name);
    if (settings == null) {
      throw new IllegalArgumentException("no settings are called " + name);
    }
    return settings;
  }

  /** The values that the left side names, in the order of matching. */
  Collection<Node> values() {
    return Collections.unmodifiableCollection(nodes.values());
  }

  /** The applications below the root that the left side takes apart. */
  List<Node> interior() {
    return Collections.unmodifiableList(interior);
  }
}
