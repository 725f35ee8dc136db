import Randomness
import Testing
