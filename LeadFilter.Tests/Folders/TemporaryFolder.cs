namespace LeadFilter.Tests.Folders;

/// <summary>A folder of one test, deleted at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("leadfilter-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
