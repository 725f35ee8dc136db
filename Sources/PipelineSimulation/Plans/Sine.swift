import Foundation

/// The sine of an angle in radians.
func sine(_ angle: Double) -> Double { sin(angle) }
