package dev.certus.rulebook;

import dev.certus.fact.MemoryLoader;
import java.util.HashMap;
import java.util.Map;

/** Defines the classes of one pack's rules and of the facts that they declare. */
final class PackClassLoader extends MemoryLoader {

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  PackClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
    super(parent, classes);
    this.classes = classes;
  }

  /** The bytes of all classes that it and the pack class loaders above it define, by name. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> all = new HashMap<>(classes);
    if (getParent() instanceof PackClassLoader above) {
      all.putAll(above.classes());
    }
    return all;
  }

  /** Its own class of a name comes before any other, so that what was checked is what runs. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!defines(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected byte[] defined(byte[] bytes) {
    return StoppableClass.of(bytes);
  }
}
