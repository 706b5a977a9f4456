namespace LeadFilter.Tests.Infrastructure;

/// <summary>A module as another file uses it.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Path">Its file, from the file that uses it.</param>
/// <param name="Given">The parameters that it is given.</param>
internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Given);
