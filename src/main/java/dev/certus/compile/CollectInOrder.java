package dev.certus.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;

/**
 * {@code collectSet} as rules have it: a set in the order in which its items were gathered. Drools'
 * own has the order of hashes, which for some facts is another one in each run.
 */
public final class CollectInOrder extends CollectSetAccumulateFunction {

  @Override
  public void init(CollectListData gathered) {
    gathered.map = new LinkedHashMap<>();
  }

  @Override
  public Object getResult(CollectListData gathered) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(gathered.map.keySet()));
  }
}
