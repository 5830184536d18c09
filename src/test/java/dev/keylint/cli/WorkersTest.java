package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keylint.eval.DeepThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void resultsComeInTheOrderOfTheItems() {
    CountDownLatch second = new CountDownLatch(Runtime.getRuntime().availableProcessors() - 1);
    List<Integer> results =
        IntStream.range(0, 200)
            .boxed()
            .gather(Workers.inOrder(64, it -> it == 0 ? waited(second, it) : counted(second, it)))
            .toList();
    assertThat(results).isEqualTo(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  void anItemIsTakenWhenThoseFarBeforeItHaveBeenPassedOn() {
    AtomicInteger passed = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    long all =
        IntStream.range(0, 10)
            .mapToObj(it -> passed.get())
            .gather(Workers.inOrder(3, it -> it))
            .peek(seen::add)
            .peek(it -> passed.incrementAndGet())
            .count();
    assertThat(all).isEqualTo(10);
    assertThat(seen).containsExactly(0, 0, 0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void workIsDoneOnThreadsWithDeepStacks() {
    assertThat(Stream.of(1, 2).gather(Workers.inOrder(1, it -> Thread.currentThread())).toList())
        .allMatch(DeepThread.class::isInstance);
  }

  @Test
  void whatGoesWrongIsThrownWhereResultsAreAsked() {
    Stream<Integer> failing = Stream.of(1, 0).gather(Workers.inOrder(2, it -> 1 / it));
    assertThatThrownBy(failing::toList)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseInstanceOf(ArithmeticException.class);
  }

  private static Integer waited(CountDownLatch latch, Integer item) {
    try {
      latch.await();
      return item;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Integer counted(CountDownLatch latch, Integer item) {
    latch.countDown();
    return item;
  }
}
