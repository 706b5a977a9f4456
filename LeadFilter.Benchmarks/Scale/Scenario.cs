namespace LeadFilter.Scale;

/// <summary>A run of the <c>scale</c> command.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Workload">What comes in.</param>
/// <param name="Deployment">How the filter is installed.</param>
internal sealed record Scenario(string Name, Workload Workload, Deployment Deployment);
