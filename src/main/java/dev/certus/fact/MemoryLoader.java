package dev.certus.fact;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;

/** Defines classes whose bytes are in memory, and gives their files to the compiler of rules. */
public abstract class MemoryLoader extends ClassLoader {

  private static final String CLASS = ".class";

  private final Map<String, byte[]> classes;

  /**
   * A loader.
   *
   * @param classes the bytes of its classes, by their names with dots
   */
  protected MemoryLoader(ClassLoader parent, Map<String, byte[]> classes) {
    super(parent);
    this.classes = classes;
  }

  /** Whether it is the one that defines a class. */
  protected final boolean defines(String name) {
    return classes.containsKey(name);
  }

  /** The bytes of a class as they are defined. */
  protected byte[] defined(byte[] bytes) {
    return bytes;
  }

  @Override
  protected final Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] code = defined(bytes);
    return defineClass(name, code, 0, code.length);
  }

  /** The file of a class. */
  @Override
  protected final URL findResource(String name) {
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
        public void connect() {
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
