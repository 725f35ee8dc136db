import OutputAnalysis
import Testing

@Suite("Queueing formulas against printed answers")
struct QueueFormulasTests {
  @Test("T1: one exponential server")
  func singleServer() {
    let figures = QueueFormulas.multiServer(arrivalRate: 0.9, serviceRate: 1)
    #expect(agrees(figures.numberInSystem, 9) && agrees(figures.numberInLine, 8.1))
    #expect(
      agrees(figures.timeInSystem, 10) && agrees(figures.wait, 9) && agrees(figures.probabilityOfWaiting, 0.9)
    )
    let percentile = QueueFormulas.singleServerTimeInSystem(quantile: 0.9, arrivalRate: 0.9, serviceRate: 1)
    #expect(agrees(percentile, 23.02585))
  }

  @Test("T2: several servers", arguments: [(2, 1.6, 1.777778), (3, 2.4, 1.078652), (10, 9, 0.668732)])
  func multiServer(servers: Int, load: Double, wait: Double) {
    let figures = QueueFormulas.multiServer(arrivalRate: load, serviceRate: 1, servers: servers)
    #expect(agrees(figures.wait, wait))
  }

  @Test("T3: loss", arguments: [(5, 3.0, 0.1100543), (10, 8, 0.1216611), (20, 16, 0.0644109)])
  func loss(servers: Int, load: Double, blocking: Double) {
    #expect(agrees(QueueFormulas.erlangB(servers: servers, offeredLoad: load), blocking))
  }

  @Test("T4: a full line")
  func finiteRoom() {
    let figures = QueueFormulas.finiteRoom(arrivalRate: 0.9, serviceRate: 1, capacity: 5)
    #expect(agrees(figures.probabilityOfLoss, 0.1260225) && agrees(figures.numberInSystem, 2.194782))
    #expect(agrees(figures.throughput, 0.7865797))
  }

  @Test("a room of c places is Erlang's loss system; a huge room is the unlimited line")
  func finiteRoomLimits() {
    let loss = QueueFormulas.finiteRoom(arrivalRate: 3, serviceRate: 1, servers: 5, capacity: 5)
    #expect(agrees(loss.probabilityOfLoss, 0.1100543) && loss.numberInLine == 0)
    let large = QueueFormulas.finiteRoom(arrivalRate: 2.4, serviceRate: 1, servers: 3, capacity: 3000)
    #expect(agrees(large.numberInLine, 2.4 * 1.078652))
  }

  @Test("T5: general service", arguments: [(0.0, 2.0), (0.25, 2.5), (1, 4)])
  func generalService(variation: Double, wait: Double) {
    let figures = QueueFormulas.pollaczekKhinchine(
      arrivalRate: 0.8, meanService: 1, squaredVariation: variation)
    #expect(agrees(figures.wait, wait))
  }

  @Test("T6 and T7: two classes of priority")
  func priorities() {
    let classes = [0.3, 0.5].map { QueueFormulas.PriorityClass(arrivalRate: $0, meanService: 1) }
    let waits = QueueFormulas.nonPreemptivePriorities(classes)
    #expect(agrees(waits[0], 1.142857) && agrees(waits[1], 5.714286))
    let times = QueueFormulas.preemptiveResumePriorities(classes)
    #expect(agrees(times[0], 1.428571) && agrees(times[1], 7.142857))
  }

  @Test("an overloaded lower class leaves the upper class the residual of a server that never rests")
  func overload() {
    let classes = [0.5, 5].map { QueueFormulas.PriorityClass(arrivalRate: $0, meanService: 1) }
    #expect(QueueFormulas.nonPreemptivePriorities(classes) == [2, .infinity])
    #expect(QueueFormulas.preemptiveResumePriorities(classes) == [2, .infinity])
  }

  @Test("T8 and T9: networks, station by station")
  func networks() {
    let tandem = [2, 3, 2, 4, 2].reduce(0.0) { sum, servers in
      let rate = 1 / (0.8 * Double(servers))
      return sum + QueueFormulas.multiServer(arrivalRate: 1, serviceRate: rate, servers: servers).timeInSystem
    }
    #expect(agrees(tandem, 23.907827))
    // 0.8 arrive, 20 % return: 0.8 / 0.8 = 1 passes each hour.
    let (first, second) = (
      QueueFormulas.multiServer(arrivalRate: 1, serviceRate: 2),
      QueueFormulas.multiServer(arrivalRate: 1, serviceRate: 1.5)
    )
    #expect(agrees(first.numberInSystem, 1) && agrees(second.numberInSystem, 2))
    #expect(agrees((first.numberInSystem + second.numberInSystem) / 0.8, 3.75))
  }

  @Test("T10: machine repair", arguments: [(1, 1.424339), (2, 0.890669)])
  func machineRepair(repairers: Int, down: Double) {
    let value = QueueFormulas.machineRepair(
      machines: 5, failureRate: 0.1, repairRate: 0.5, repairers: repairers)
    #expect(agrees(value, down))
  }

  @Test("T11: a server that fails while working, or always")
  func failures() {
    let figures = [QueueFormulas.FailureClock.whileWorking, .always].map {
      QueueFormulas.failingServer(
        arrivalRate: 0.5, serviceRate: 1, failureRate: 0.1, mendingRate: 0.5, clock: $0)
    }
    #expect(agrees(figures[0].timeInSystem, 3.5) && agrees(figures[1].timeInSystem, 3.833333))
    #expect(agrees(figures[0].probabilityOfWaiting, 0.6) && figures[1].probabilityOfWaiting > 0.6)
  }

  @Test("T12: impatient waiters, who all stay as patience grows")
  func impatience() {
    let figures = QueueFormulas.erlangA(arrivalRate: 1, serviceRate: 1, servers: 1, abandonmentRate: 0.5)
    #expect(
      agrees(figures.numberInLine, 0.626071, within: 2e-6)
        && agrees(figures.probabilityOfLoss, 0.313035, within: 2e-6))
    let patient = QueueFormulas.erlangA(arrivalRate: 0.8, serviceRate: 1, servers: 1, abandonmentRate: 1e-7)
    #expect(agrees(patient.numberInLine, 3.2, within: 1e-5))
  }

  @Test("T13 and T18: forming batches and repeating attempts")
  func batchesAndRework() {
    #expect(QueueFormulas.batchFormingWait(batchSize: 4, arrivalRate: 2) == 0.75)
    #expect(agrees(QueueFormulas.rework(failureProbability: 0.1).attempts, 1.111111))
    let two = QueueFormulas.rework(failureProbability: 0.1, attempts: 2)
    #expect(agrees(two.yield, 0.99) && agrees(two.attempts, 1.1))
  }

  @Test("T14 and T20: unlimited servers and a renewal stock")
  func infiniteServers() {
    let probability = QueueFormulas.infiniteServers(probabilityOfAtMost: 6, arrivalRate: 5, meanService: 2)
    #expect(agrees(probability, 0.130141, within: 4e-6))
    let stock = QueueFormulas.renewalStock(inflow: 3, departureRate: 0.5, time: 2)
    #expect(agrees(stock, 6 * 0.6321205588))
  }

  @Test("T15: base stock")
  func baseStock() {
    let figures = QueueFormulas.baseStock(level: 6, demandRate: 1, meanLeadTime: 4)
    #expect(agrees(figures.fillRate, 0.785130) && agrees(figures.backorders, 0.195435, within: 3e-6))
  }

  @Test("T16: arrivals that swing with the hour")
  func wave() {
    let wave = QueueFormulas.sinusoidalInfiniteServers(
      meanArrivalRate: 10, amplitude: 5, period: 24, meanService: 6)
    #expect(agrees(wave.mean, 60) && agrees(wave.amplitude, 16.110878) && agrees(wave.lag, 3.834558))
    #expect(agrees(wave.value(at: wave.lag + 6, period: 24), 76.110878))
  }

  @Test("T17: arrivals at fixed distances")
  func fixedArrivals() {
    #expect(agrees(QueueFormulas.fixedArrivals(arrivalRate: 0.8, serviceRate: 1).wait, 1.692731))
  }

  @Test("without a steady state times are infinite")
  func unstable() {
    #expect(QueueFormulas.multiServer(arrivalRate: 2, serviceRate: 1, servers: 2).wait == .infinity)
    #expect(QueueFormulas.fixedArrivals(arrivalRate: 1, serviceRate: 1).wait == .infinity)
    let general = QueueFormulas.pollaczekKhinchine(arrivalRate: 1, meanService: 1, squaredVariation: 0)
    #expect(general.timeInSystem == .infinity)
  }
}
