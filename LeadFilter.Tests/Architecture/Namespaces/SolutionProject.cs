namespace LeadFilter.Tests.Architecture.Namespaces;

/// <summary>A project of the solution.</summary>
/// <param name="Name">Its name, such as LeadFilter.Core.</param>
/// <param name="Assembly">The path of its assembly; null if it is not built.</param>
internal sealed record SolutionProject(string Name, string? Assembly);
