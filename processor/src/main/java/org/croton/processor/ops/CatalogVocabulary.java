package org.croton.processor.ops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Operator;
import org.croton.processor.ir.Vocabulary;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.op.DTypeAttrs;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.control.BlankAttrs;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.type.TypeText;
import org.jspecify.annotations.Nullable;

/** Reads operators of the catalogue and their settings: what {@code toString} of both prints. */
public final class CatalogVocabulary implements Vocabulary {
  private static final Pattern SETTING = Pattern.compile("(?:^| )([a-z]+)=");

  /** How settings of these names, in this order, are read from their values. */
  private static final Map<String, BiFunction<List<String>, TypeText, Attrs>> READERS = readers();

  private static Map<String, BiFunction<List<String>, TypeText, Attrs>> readers() {
    Map<String, BiFunction<List<String>, TypeText, Attrs>> readers = new HashMap<>();
    readers.put("axes", (v, types) -> new AxesAttrs(integers(v.get(0))));
    readers.put("axis", (v, types) -> new AxisAttrs(Integer.parseInt(v.get(0))));
    readers.put("order", (v, types) -> new OrderAttrs(integers(v.get(0))));
    readers.put("dtype", (v, types) -> new DTypeAttrs(TypeText.dtype(v.get(0))));
    readers.put("shape", (v, types) -> new ShapeAttrs(types.shape(v.get(0))));
    readers.put("size", (v, types) -> new SizeAttrs(types.dim(v.get(0))));
    readers.put("spec", (v, types) -> contract(v.get(0)));
    readers.put("carries", (v, types) -> new LoopAttrs(Integer.parseInt(v.get(0))));
    readers.put(
        "carries segment",
        (v, types) -> new LoopAttrs(Integer.parseInt(v.get(0)), types.dim(v.get(1))));
    readers.put(
        "dtype shape",
        (v, types) -> new BlankAttrs(TypeText.dtype(v.get(0)), types.shape(v.get(1))));
    readers.put(
        "starts steps sizes",
        (v, types) ->
            new SliceAttrs(types.dims(v.get(0)), integers(v.get(1)), types.dims(v.get(2))));
    return readers;
  }

  @Override
  public @Nullable Operator operator(String name) {
    return OpCatalog.named(name);
  }

  @Override
  public Attrs attrs(String text, TypeText types) {
    List<String> names = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    Matcher matcher = SETTING.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
      starts.add(matcher.end());
      ends.add(matcher.start());
    }
    ends.add(text.length());
    List<String> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      values.add(text.substring(starts.get(i), ends.get(i + 1)));
    }
    BiFunction<List<String>, TypeText, Attrs> reader = READERS.get(String.join(" ", names));
    if (reader == null) {
      throw new IllegalArgumentException("no settings '" + text + "'");
    }
    return reader.apply(values, types);
  }

  private static List<Integer> integers(String text) {
    return TypeText.split(text.substring(1, text.length() - 1)).stream()
        .map(Integer::valueOf)
        .toList();
  }

  private static Attrs contract(String spec) {
    int comma = spec.indexOf(',');
    int arrow = spec.indexOf("->");
    return new ContractAttrs(
        spec.substring(0, comma), spec.substring(comma + 1, arrow), spec.substring(arrow + 2));
  }
}
