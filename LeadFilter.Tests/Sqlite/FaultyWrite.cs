using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>A change with a bug.</summary>
internal sealed class FaultyWrite : Write<long>
{
    protected override long Change(WriteSession session) => throw new InvalidOperationException("a bug");
}
