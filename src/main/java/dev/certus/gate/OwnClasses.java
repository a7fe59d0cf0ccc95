package dev.certus.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The classes of a pack, and which members each has itself. */
final class OwnClasses {

  private final Map<String, byte[]> bytes;
  private final Map<String, Header> read = new HashMap<>();

  /**
   * The classes.
   *
   * @param bytes their bytes by their names, with dots
   */
  OwnClasses(Map<String, byte[]> bytes) {
    this.bytes = bytes;
  }

  /** Whether a class is the pack's own; its name has slashes. */
  boolean has(String name) {
    return bytes.containsKey(name.replace('/', '.'));
  }

  /**
   * Where a member comes from.
   *
   * @param type the name of a class, with slashes
   * @return null if the pack's own code is the member; else the class, with dots, that is not the
   *     pack's and that it is looked up in
   */
  String origin(String type, String member) {
    String name = type;
    while (has(name)) {
      Header header = header(name);
      if (header.members.contains(member)) {
        return null;
      }
      name = header.parent;
    }
    return name.replace('/', '.');
  }

  private Header header(String name) {
    return read.computeIfAbsent(name, n -> new Header(bytes.get(n.replace('/', '.'))));
  }

  /** The head of a class. */
  private static final class Header extends ClassVisitor {

    private final Set<String> members = new HashSet<>();
    private String parent;

    Header(byte[] bytes) {
      super(Opcodes.ASM9);
      new ClassReader(bytes)
          .accept(this, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] faces) {
      this.parent = parent;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String type, String signature, Object value) {
      members.add(name);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      members.add(name);
      return null;
    }
  }
}
