package dev.certus.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiled rules as bytes, to be kept in a file or sent to another machine. */
public final class RuleBytes {

  private static final int MAGIC = 0x43455254; // "CERT"

  private RuleBytes() {}

  /** The bytes of compiled rules. */
  public static byte[] of(CompiledRules rules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(rules, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory takes what is written
    }
    return bytes.toByteArray();
  }

  private static void write(CompiledRules rules, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(rules.models().size());
    for (String model : rules.models()) {
      out.writeUTF(model);
    }
    out.writeInt(rules.classes().size());
    for (Map.Entry<String, byte[]> type : rules.classes().entrySet()) {
      out.writeUTF(type.getKey());
      out.writeInt(type.getValue().length);
      out.write(type.getValue());
    }
  }

  /**
   * The rules that {@link #of} made bytes of.
   *
   * @throws IOException where the bytes are others
   */
  public static CompiledRules read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("no compiled rules");
    }
    List<String> models = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      models.add(in.readUTF());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      classes.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    return new CompiledRules(classes, models);
  }
}
