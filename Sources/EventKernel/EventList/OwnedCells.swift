// The only file of this module that mentions a pointer.

/// Memory for so many trivial elements, owned by one value and freed with it.
///
/// Invariants: `view.base` is aligned to a cache line and points to `view.capacity` elements bound to
/// `Element`; nobody else frees it. Elements are trivial, so cells that were never written may be overwritten
/// or abandoned, but must not be read. Growth moves the contents to fresh memory and invalidates every copy
/// of `view` taken before.
@usableFromInline
struct OwnedCells<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var view: Cells<Element>

  /// Room for `capacity` elements, unwritten.
  @inlinable
  init(capacity: Int) { view = Self.allocate(capacity) }

  @inlinable
  deinit { UnsafeMutableRawPointer(view.base).deallocate() }

  /// Moves the first `count` elements to memory for `capacity` elements.
  ///
  /// Complexity: O(`count`), one allocation.
  @inlinable
  mutating func grow(to capacity: Int, keeping count: Int) {
    precondition(count <= view.capacity && capacity >= count, "cells can only grow")
    let larger = Self.allocate(capacity)
    larger.base.update(from: view.base, count: count)
    UnsafeMutableRawPointer(view.base).deallocate()
    view = larger
  }

  @inlinable
  static func allocate(_ capacity: Int) -> Cells<Element> {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(capacity, 1) * MemoryLayout<Element>.stride, alignment: 64)
    return Cells(base: bytes.bindMemory(to: Element.self, capacity: capacity), capacity: capacity)
  }
}

/// A view of owned cells, for loops; valid until the owner grows or dies.
///
/// Indices are checked in debug builds only.
@usableFromInline
struct Cells<Element: BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline let base: UnsafeMutablePointer<Element>
  @usableFromInline let capacity: Int

  @inlinable
  init(base: UnsafeMutablePointer<Element>, capacity: Int) {
    self.base = base
    self.capacity = capacity
  }

  @inlinable @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < capacity, "cell out of range")
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < capacity, "cell out of range")
      base[index] = newValue
    }
    nonmutating _modify {
      assert(index >= 0 && index < capacity, "cell out of range")
      yield &base[index]
    }
  }
}
