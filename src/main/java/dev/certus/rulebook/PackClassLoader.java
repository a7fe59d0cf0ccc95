package dev.certus.rulebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.HashMap;
import java.util.Map;

/** Defines the classes of one pack's rules and of the facts that they declare. */
final class PackClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String CLASS = ".class";

  private final Map<String, byte[]> classes;

  PackClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
    super(parent);
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
    if (!classes.containsKey(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] stoppable = StoppableClass.of(bytes);
    return defineClass(name, stoppable, 0, stoppable.length);
  }

  /** The file of a class, for the compiler of further rules. */
  @Override
  protected URL findResource(String name) {
    String type =
        name.endsWith(CLASS)
            ? name.substring(0, name.length() - CLASS.length()).replace('/', '.')
            : name;
    byte[] bytes = classes.get(type);
    try {
      return bytes == null ? null : new URL(null, "rules:" + name, new InMemory(bytes));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e); // it has a handler of its own
    }
  }

  private static final class InMemory extends URLStreamHandler {

    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() throws IOException {
          // nothing to connect to
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
