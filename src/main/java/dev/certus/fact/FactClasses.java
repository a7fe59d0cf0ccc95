package dev.certus.fact;

import dev.certus.pack.Says;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.record.RecordShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes and loads the classes of a record's facts. */
final class FactClasses extends MemoryLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String MAKER = FactTypes.FACTS + "Maker";
  private static final String FRAME = Type.getDescriptor(Frame.class);
  private static final String VALUES = Type.getDescriptor(Object[].class);
  private static final String INIT = "<init>";
  private final Map<String, byte[]> bytes;

  FactClasses(RecordShape shape) {
    this(shape, new LinkedHashMap<>());
  }

  private FactClasses(RecordShape shape, Map<String, byte[]> bytes) {
    super(FactClasses.class.getClassLoader(), bytes);
    this.bytes = bytes;
    List<FactClass> all = new ArrayList<>();
    add(all, FactClass.of(shape.candidate(), Holder.class), "the decision is as of {now}", "");
    for (RecordList list : shape.lists()) {
      add(all, FactClass.of(list.item(), FactTypes.base(list)), list.says(), list.called());
    }
    for (RecordList list : shape.lists()) {
      for (RecordField field : list.item().fields()) {
        if (field.object() != null) {
          add(all, FactClass.of(field.object(), Object.class), null, null);
        }
      }
    }
    shape.words().forEach(words -> put(FactTypes.VALUES + words.name(), enumOf(words)));
    put(MAKER, maker(all));
  }

  private void add(List<FactClass> all, FactClass type, String says, String called) {
    all.add(type);
    put(type.name(), fact(type, says, called));
  }

  private void put(String name, byte[] code) {
    bytes.put(name, code);
  }

  List<String> names() {
    return bytes.keySet().stream().filter(name -> !name.equals(MAKER)).toList();
  }

  /** The class of a full or simple name, or null. */
  Class<?> type(String name) {
    for (String known : names()) {
      if (known.equals(name) || known.substring(known.lastIndexOf('.') + 1).equals(name)) {
        return loaded(known);
      }
    }
    return null;
  }

  private Class<?> loaded(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e); // it is one of its own
    }
  }

  FactMaker maker() {
    try {
      return (FactMaker) loaded(MAKER).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the facts of the record cannot be made", e);
    }
  }

  private static byte[] fact(FactClass type, String says, String called) {
    ClassWriter code = new ClassWriter(0);
    String base = Type.getInternalName(type.base());
    code.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, type.internalName(), null, base, null);
    if (says != null) {
      AnnotationVisitor annotation = code.visitAnnotation(Type.getDescriptor(Says.class), true);
      annotation.visit("value", says);
      annotation.visit("name", called);
      annotation.visitEnd();
    }
    constructor(code, type, base);
    for (FactClass.Member member : type.members()) {
      String descriptor = member.type().getDescriptor();
      code.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, member.name(), descriptor, null, null);
      MethodVisitor get =
          code.visitMethod(Opcodes.ACC_PUBLIC, member.name(), "()" + descriptor, null, null);
      get.visitVarInsn(Opcodes.ALOAD, 0);
      get.visitFieldInsn(Opcodes.GETFIELD, type.internalName(), member.name(), descriptor);
      get.visitInsn(member.type().getOpcode(Opcodes.IRETURN));
      get.visitMaxs(1, 1);
    }
    return code.toByteArray();
  }

  private static void constructor(ClassWriter code, FactClass type, String base) {
    boolean framed = type.base() != Object.class;
    MethodVisitor init =
        code.visitMethod(Opcodes.ACC_PUBLIC, INIT, "(" + FRAME + VALUES + ")V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    if (framed) {
      init.visitVarInsn(Opcodes.ALOAD, 1);
    }
    init.visitMethodInsn(
        Opcodes.INVOKESPECIAL, base, INIT, framed ? "(" + FRAME + ")V" : "()V", false);
    for (int i = 0; i < type.members().size(); i++) {
      FactClass.Member member = type.members().get(i);
      init.visitVarInsn(Opcodes.ALOAD, 0);
      init.visitVarInsn(Opcodes.ALOAD, 2);
      init.visitIntInsn(Opcodes.SIPUSH, i);
      init.visitInsn(Opcodes.AALOAD);
      cast(init, member.type());
      init.visitFieldInsn(
          Opcodes.PUTFIELD, type.internalName(), member.name(), member.type().getDescriptor());
    }
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(4, 3);
  }

  private static void cast(MethodVisitor code, Type type) {
    if (type.equals(Type.INT_TYPE)) {
      unbox(code, Integer.class, "intValue", type);
    } else if (type.equals(Type.BOOLEAN_TYPE)) {
      unbox(code, Boolean.class, "booleanValue", type);
    } else {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private static void unbox(MethodVisitor code, Class<?> box, String method, Type type) {
    String name = Type.getInternalName(box);
    code.visitTypeInsn(Opcodes.CHECKCAST, name);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, name, method, "()" + type.getDescriptor(), false);
  }

  private static byte[] maker(List<FactClass> all) {
    ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
    String object = Type.getInternalName(Object.class);
    code.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
        MAKER.replace('.', '/'),
        null,
        object,
        new String[] {Type.getInternalName(FactMaker.class)});
    MethodVisitor init = code.visitMethod(Opcodes.ACC_PUBLIC, INIT, "()V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, object, INIT, "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    MethodVisitor make =
        code.visitMethod(
            Opcodes.ACC_PUBLIC, "make", "(I" + FRAME + VALUES + ")Ljava/lang/Object;", null, null);
    Label none = new Label();
    Label[] labels = all.stream().map(type -> new Label()).toArray(Label[]::new);
    make.visitVarInsn(Opcodes.ILOAD, 1);
    make.visitTableSwitchInsn(0, labels.length - 1, none, labels);
    for (int i = 0; i < labels.length; i++) {
      String name = all.get(i).internalName();
      make.visitLabel(labels[i]);
      make.visitTypeInsn(Opcodes.NEW, name);
      make.visitInsn(Opcodes.DUP);
      make.visitVarInsn(Opcodes.ALOAD, 2);
      make.visitVarInsn(Opcodes.ALOAD, 3);
      make.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, "(" + FRAME + VALUES + ")V", false);
      make.visitInsn(Opcodes.ARETURN);
    }
    make.visitLabel(none);
    make.visitInsn(Opcodes.ACONST_NULL);
    make.visitInsn(Opcodes.ARETURN);
    make.visitMaxs(0, 0);
    return code.toByteArray();
  }

  /** An enum of words, as the Java compiler writes it. */
  private static byte[] enumOf(RecordField.Words words) {
    String name = (FactTypes.VALUES + words.name()).replace('.', '/');
    String self = "L" + name + ";";
    String array = "[" + self;
    ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    code.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_ENUM,
        name,
        "Ljava/lang/Enum<" + self + ">;",
        "java/lang/Enum",
        null);
    MethodVisitor init =
        code.visitMethod(Opcodes.ACC_PRIVATE, INIT, "(Ljava/lang/String;I)V", "()V", null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitVarInsn(Opcodes.ALOAD, 1);
    init.visitVarInsn(Opcodes.ILOAD, 2);
    init.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Enum", INIT, "(Ljava/lang/String;I)V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    code.visitField(
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
        "$VALUES",
        array,
        null,
        null);
    MethodVisitor setUp = code.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    setUp.visitIntInsn(Opcodes.SIPUSH, words.all().size());
    setUp.visitTypeInsn(Opcodes.ANEWARRAY, name);
    for (int i = 0; i < words.all().size(); i++) {
      String constant = RecordField.Words.constant(words.all().get(i));
      code.visitField(
          Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM,
          constant,
          self,
          null,
          null);
      setUp.visitInsn(Opcodes.DUP);
      setUp.visitIntInsn(Opcodes.SIPUSH, i);
      setUp.visitTypeInsn(Opcodes.NEW, name);
      setUp.visitInsn(Opcodes.DUP);
      setUp.visitLdcInsn(constant);
      setUp.visitIntInsn(Opcodes.SIPUSH, i);
      setUp.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, "(Ljava/lang/String;I)V", false);
      setUp.visitInsn(Opcodes.DUP);
      setUp.visitFieldInsn(Opcodes.PUTSTATIC, name, constant, self);
      setUp.visitInsn(Opcodes.AASTORE);
    }
    setUp.visitFieldInsn(Opcodes.PUTSTATIC, name, "$VALUES", array);
    setUp.visitInsn(Opcodes.RETURN);
    setUp.visitMaxs(0, 0);
    MethodVisitor values =
        code.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "values", "()" + array, null, null);
    values.visitFieldInsn(Opcodes.GETSTATIC, name, "$VALUES", array);
    values.visitMethodInsn(Opcodes.INVOKEVIRTUAL, array, "clone", "()Ljava/lang/Object;", false);
    values.visitTypeInsn(Opcodes.CHECKCAST, array);
    values.visitInsn(Opcodes.ARETURN);
    values.visitMaxs(0, 0);
    return code.toByteArray();
  }
}
