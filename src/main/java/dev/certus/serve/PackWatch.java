package dev.certus.serve;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sees when the folder of a pack changes. */
final class PackWatch implements AutoCloseable {

  /** Editors save in several steps; what follows within this time belongs to the same saving. */
  private static final long SETTLE_MILLIS = 50;

  private final WatchService service = FileSystems.getDefault().newWatchService();
  private final Map<WatchKey, ServedPack> keys = new HashMap<>();
  private final Consumer<ServedPack> changed;

  /**
   * Watches the folders of the packs of a shelf.
   *
   * @param changed takes each pack whose folder has changed, on a thread of the watch
   * @throws IOException where they cannot be watched
   */
  PackWatch(Shelf shelf, Consumer<ServedPack> changed) throws IOException {
    this.changed = changed;
    for (ServedPack pack : shelf.all()) {
      if (pack.folder() != null) {
        WatchKey key =
            pack.folder()
                .register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        keys.put(key, pack);
      }
    }
    Thread thread = new Thread(this::watch, "certus-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Set<ServedPack> packs = new LinkedHashSet<>();
        for (WatchKey key = service.take();
            key != null;
            key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
          key.pollEvents();
          key.reset();
          packs.add(keys.get(key));
        }
        packs.forEach(changed);
      }
    } catch (InterruptedException | java.nio.file.ClosedWatchServiceException e) {
      // The service stops.
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
