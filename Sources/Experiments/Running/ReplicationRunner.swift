import PipelineSimulation

/// Runs replications side by side and delivers their records in the order of their numbers.
public typealias ReplicationRunner = OrderedRunner<ReplicationRecord>
