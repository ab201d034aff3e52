package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.croton.CrotonException;
import org.croton.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private FakeMemory memory;

  @BeforeEach
  void install() {
    new Workspace.DropPooled().run();
    memory = new FakeMemory();
  }

  @AfterEach
  void restore() {
    new Workspace.DropPooled().run();
    memory.close();
  }

  @Test
  void isBigEnoughAndAligned() {
    for (long bytes : new long[] {0, 1, 64, 65, 1000, 4096, 4097}) {
      Workspace workspace = Workspace.acquire(bytes);
      assertThat(workspace.bytes()).isGreaterThanOrEqualTo(Math.max(64, bytes));
      assertThat(workspace.bytes()).isLessThanOrEqualTo(Math.max(64, 2 * bytes));
      assertThat(workspace.address() % 64).isZero();
      workspace.release();
    }
    assertThatThrownBy(() -> Workspace.acquire(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Workspace.acquire(1L << 50)).isInstanceOf(CrotonException.class);
  }

  @Test
  void theSteadyStateAllocatesNothing() {
    long bytes =
        Allocation.perTurn(
            () -> {
              Workspace small = Workspace.acquire(100);
              Workspace large = Workspace.acquire(100_000);
              large.release();
              small.release();
            });
    assertThat(bytes).isZero();
    assertThat(memory.blocks()).isEqualTo(2);
  }

  @Test
  void keepsNoMoreThanItsPlaces() {
    List<Workspace> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(Workspace.acquire(1000));
    }
    many.forEach(Workspace::release);
    assertThat(memory.blocks()).isEqualTo(16);
    new Workspace.DropPooled().run();
    assertThat(memory.blocks()).isZero();
  }

  @Test
  void nobodyElseHasIt() throws InterruptedException {
    Set<Workspace> inUse = ConcurrentHashMap.newKeySet();
    AtomicInteger clashes = new AtomicInteger();
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 5000; i++) {
                  Workspace workspace = Workspace.acquire(200 + i % 3 * 500);
                  if (!inUse.add(workspace)) {
                    clashes.incrementAndGet();
                  }
                  inUse.remove(workspace);
                  workspace.release();
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(clashes).hasValue(0);
  }

  @Test
  void hasItsBytesAsBuffers() {
    Workspace workspace = Workspace.acquire(128);
    try {
      workspace.buffer().putDouble(72, 2.5);
      assertThat(workspace.from(64).getDouble(8)).isEqualTo(2.5);
      assertThat(workspace.from(64).capacity()).isEqualTo(workspace.buffer().capacity() - 64);
      assertThatThrownBy(() -> workspace.from(1L << 40))
          .isInstanceOf(IndexOutOfBoundsException.class);
    } finally {
      workspace.release();
    }
  }

  @Test
  void takesAndGivesJavaArrays() {
    Workspace workspace = Workspace.acquire(256);
    try {
      JavaArrays.copyIn(new float[][] {{1, 2}, {3, 4}}, workspace.storage(), DType.F32, 64);
      assertThat(workspace.buffer().getFloat(64 + 12)).isEqualTo(4);
      float[] flat = new float[3];
      JavaArrays.copyOut(workspace.storage(), DType.F32, 68, flat);
      assertThat(flat).containsExactly(2, 3, 4);
    } finally {
      workspace.release();
    }
  }
}
