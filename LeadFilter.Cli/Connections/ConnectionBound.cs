namespace LeadFilter.Cli.Connections;

/// <summary>A bound of connections that was met.</summary>
internal enum ConnectionBound
{
    /// <summary><see cref="ConnectionOptions.Max"/>.</summary>
    Total,

    /// <summary><see cref="ConnectionOptions.MaxPerAddress"/>.</summary>
    Address,
}
