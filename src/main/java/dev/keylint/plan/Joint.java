package dev.keylint.plan;

import dev.keylint.plan.Supposition.SupposedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Declarations that may be supposed made at the same time: what is supposed for one changes
/// nothing that another one hangs on.
///
/// `if (env == 'dev')` and `if (env == 'prod')` are two of them: together, nothing would be known
/// of `env`.
final class Joint {
  /// With more of them the last one takes all the rest, and less is known of each.
  private static final int MOST = 8;

  private final List<Way> ways = new ArrayList<>();
  private final Map<SupposedKey, Map<String, String>> supposed = new HashMap<>();
  private final Map<SupposedKey, Set<String>> kept = new HashMap<>();

  private Joint() {}

  /// All of them, apart as far as needed.
  static List<List<Way>> of(List<Way> ways, LoweredDeployment deployment) {
    if (ways.size() == 1) {
      return List.of(ways);
    }
    List<Joint> joints = new ArrayList<>();
    for (Way way : ways) {
      Map<SupposedKey, Map<String, String>> supposed = Supposition.all(way, deployment);
      Map<SupposedKey, Set<String>> kept = new HashMap<>();
      Reads.of(way)
          .forEach((key, parts) -> {
            Set<String> own = supposed.getOrDefault(key, Map.of()).keySet();
            Set<String> others = new HashSet<>(parts);
            others.removeAll(own);
            kept.put(key, others);
          });
      Optional<Joint> fitting = joints.stream().filter(it -> it.fits(supposed, kept)).findFirst();
      if (fitting.isEmpty() && joints.size() < MOST) {
        joints.add(new Joint());
      }
      fitting.orElseGet(joints::getLast).add(way, supposed, kept);
    }
    return joints.stream().map(it -> it.ways).toList();
  }

  private void add(
      Way way, Map<SupposedKey, Map<String, String>> more, Map<SupposedKey, Set<String>> others) {
    ways.add(way);
    more.forEach(
        (key, values) -> supposed.computeIfAbsent(key, _ -> new HashMap<>()).putAll(values));
    others.forEach((key, parts) -> kept.computeIfAbsent(key, _ -> new HashSet<>()).addAll(parts));
  }

  private boolean fits(
      Map<SupposedKey, Map<String, String>> more, Map<SupposedKey, Set<String>> others) {
    return more.entrySet().stream()
            .allMatch(it ->
                agree(it.getValue(), supposed.getOrDefault(it.getKey(), Map.of()))
                    && areApart(it.getValue(), kept.getOrDefault(it.getKey(), Set.of())))
        && others.entrySet().stream()
            .allMatch(it -> areApart(supposed.getOrDefault(it.getKey(), Map.of()), it.getValue()));
  }

  private static boolean agree(Map<String, String> some, Map<String, String> others) {
    return some.entrySet().stream()
        .allMatch(it ->
            others.entrySet().stream()
                .allMatch(other ->
                    it.getKey().equals(other.getKey())
                        ? it.getValue().equals(other.getValue())
                        : !overlap(it.getKey(), other.getKey())));
  }

  private static boolean areApart(Map<String, String> supposed, Set<String> read) {
    return supposed.keySet().stream()
        .allMatch(it -> read.stream().noneMatch(other -> overlap(it, other)));
  }

  private static boolean overlap(String one, String other) {
    return one.equals(other) || isIn(one, other) || isIn(other, one);
  }

  private static boolean isIn(String part, String whole) {
    return part.startsWith(whole + ".") || part.startsWith(whole + "[");
  }
}
