package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.croton.ClosedTensorException;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;

class StorageTest {
  @Test
  void freesExactlyOnceFromManyThreads() throws InterruptedException {
    try (FakeMemory memory = new FakeMemory()) {
      for (int round = 0; round < 200; round++) {
        Storage storage = Storage.allocate(100);
        long frees = memory.frees.get();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
          threads[i] =
              new Thread(
                  () -> {
                    awaitUninterrupted(start);
                    storage.close();
                  });
          threads[i].start();
        }
        start.countDown();
        for (Thread thread : threads) {
          thread.join();
        }
        assertThat(memory.frees.get()).isEqualTo(frees + 1);
      }
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isFreedWhenUnreachable() throws InterruptedException {
    try (FakeMemory memory = new FakeMemory()) {
      long before = NativeBytes.inUse();
      for (int i = 0; i < 50; i++) {
        Storage.allocate(1000);
      }
      awaitNoBlocks(memory);
      assertThat(NativeBytes.inUse()).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void anExportedBufferKeepsTheMemory() throws InterruptedException {
    try (FakeMemory memory = new FakeMemory()) {
      exportAndUse(memory);
      awaitNoBlocks(memory);
    }
  }

  /** A method of its own, so that its locals are unreachable afterwards. */
  private static void exportAndUse(FakeMemory memory) {
    Storage storage = Storage.allocateZeroed(8);
    ByteBuffer view = storage.export();
    try {
      storage.close();
      System.gc();
      assertThat(memory.blocks()).isEqualTo(1);
      assertThat(view.getLong(0)).isZero();
      assertThatThrownBy(storage::address).isInstanceOf(ClosedTensorException.class);
    } finally {
      Reference.reachabilityFence(view);
    }
  }

  private static void awaitNoBlocks(FakeMemory memory) throws InterruptedException {
    for (int i = 0; i < 100 && memory.blocks() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(memory.blocks()).isZero();
  }

  @Test
  void libraryMemoryIsZeroedOnlyWhereAsked() {
    try (FakeMemory memory = new FakeMemory();
        Storage storage = Storage.allocateZeroed(100_000)) {
      assertThat(memory.blocks()).isEqualTo(1);
      assertThat(storage.address() % 64).isZero();
      Elements elements = new Elements(storage, DType.U8, 100_000);
      for (int i = 0; i < 100_000; i++) {
        assertThat(elements.getLong(i)).isZero();
      }
    }
  }

  @Test
  void directBuffersAreAlignedAndGetAnAddressLater() {
    try (Storage storage = Storage.allocate(10)) {
      assertThat(storage.segments()[0].alignmentOffset(0, Storage.ALIGNMENT)).isZero();
      if (NativeMemory.installed() == null) {
        assertThatThrownBy(storage::address)
            .isInstanceOf(CrotonException.class)
            .hasMessage("a tensor has no address before a kernel library is loaded");
      }
      try (FakeMemory memory = new FakeMemory()) {
        assertThat(storage.address()).isEqualTo(storage.address()).isNotZero();
        assertThat(memory.blocks()).isEqualTo(1);
      }
    }
  }

  @Test
  void anExhaustedSystemIsAClearError() {
    try (FakeMemory memory = new FakeMemory()) {
      memory.exhausted = true;
      long before = NativeBytes.inUse();
      assertThatThrownBy(() -> Tensor.zeros(DType.F32, 100))
          .isInstanceOf(CrotonException.class)
          .hasMessageStartingWith("out of native memory: asked 448 bytes");
      assertThat(NativeBytes.inUse()).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void seesOverlaps() {
    ByteBuffer shared = ByteBuffer.allocateDirect(64);
    try (FakeMemory memory = new FakeMemory();
        Storage a = Storage.wrap(shared);
        Storage b = Storage.allocate(64);
        Storage c = Storage.allocate(64)) {
      assertThat(memory.blocks()).isEqualTo(2);
      assertThat(a.overlaps(a)).isTrue();
      assertThat(b.overlaps(c)).isFalse();
      assertThat(a.overlaps(b)).isFalse();
    }
  }
}
