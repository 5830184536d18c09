package dev.keylint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Inside a package no more than five classes know each other all round: who wants to understand
/// one of them has to read them all.
///
/// What is still larger is written down in `cycles.properties`, and may only get smaller.
final class CycleTest {
  private static final int MOST = 5;

  private static final JavaClasses KEYLINT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keylint");

  @Test
  void fewClassesOfAPackageKnowEachOtherAllRound() {
    Map<String, Integer> largest = new TreeMap<>();
    Map<String, Set<String>> members = new TreeMap<>();
    byPackage()
        .forEach((name, classes) -> {
          Set<String> cycle = new Circles(classes).largest();
          if (cycle.size() > MOST) {
            largest.put(name, cycle.size());
            members.put(name, cycle);
          }
        });
    assertThat(largest)
        .as("largest cycles, to be written down in cycles.properties if smaller: %s", members)
        .isEqualTo(writtenDown());
  }

  @Test
  void circlesAreFound() {
    Map<String, Set<String>> three =
        Map.of("a", Set.of("b"), "b", Set.of("c", "d"), "c", Set.of("a"), "d", Set.of());
    assertThat(new Circles(three).largest()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(new Circles(Map.of("a", Set.of("b"), "b", Set.of())).largest()).hasSize(1);
  }

  /// Of each package its top-level classes, and which others of the package each of them uses.
  private static Map<String, Map<String, Set<String>>> byPackage() {
    Map<String, Map<String, Set<String>>> packages = new TreeMap<>();
    for (JavaClass each : KEYLINT) {
      Set<String> used =
          packages
              .computeIfAbsent(each.getPackageName(), _ -> new TreeMap<>())
              .computeIfAbsent(topLevel(each), _ -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().equals(each.getPackageName())) {
          used.add(topLevel(target));
        }
      }
    }
    return packages;
  }

  private static String topLevel(JavaClass inner) {
    return inner.getEnclosingClass().map(CycleTest::topLevel).orElseGet(inner::getSimpleName);
  }

  private static Map<String, Integer> writtenDown() {
    Properties properties = new Properties();
    try (InputStream file =
        Objects.requireNonNull(CycleTest.class.getResourceAsStream("/cycles.properties"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new IllegalStateException("cycles.properties", e);
    }
    Map<String, Integer> sizes = new TreeMap<>();
    properties.forEach(
        (name, size) -> sizes.put(String.valueOf(name), Integer.valueOf(String.valueOf(size))));
    return sizes;
  }

  /// Strongly connected components, by Tarjan's algorithm.
  private static final class Circles {
    private final Map<String, Set<String>> uses;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    Circles(Map<String, Set<String>> uses) {
      this.uses = uses;
    }

    Set<String> largest() {
      new TreeSet<>(uses.keySet())
          .stream().filter(name -> !index.containsKey(name)).forEach(this::visit);
      return found.stream().max((a, b) -> Integer.compare(a.size(), b.size())).orElseThrow();
    }

    private void visit(String name) {
      int own = index.size();
      index.put(name, own);
      low.put(name, own);
      open.push(name);
      for (String next : uses.getOrDefault(name, Set.of())) {
        if (!index.containsKey(next)) {
          visit(next);
          low.merge(name, low.getOrDefault(next, own), Math::min);
        } else if (open.contains(next)) {
          low.merge(name, index.getOrDefault(next, own), Math::min);
        }
      }
      if (own == low.getOrDefault(name, own)) {
        Set<String> circle = new TreeSet<>();
        String member;
        do {
          member = open.pop();
          circle.add(member);
        } while (!member.equals(name));
        found.add(circle);
      }
    }
  }
}
