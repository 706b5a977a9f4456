using System.Text;
using LeadFilter.Core.Files;
using LeadFilter.Core.Targets;
using LeadFilter.Core.Targets.Loading;

namespace LeadFilter.Tests.Targets;

/// <summary>Files of targets.</summary>
internal static class TargetText
{
    /// <summary>A target with the members that are given.</summary>
    public static LoadResult<OptOutTargets> Load(string members) =>
        LoadFile($$"""{ "targets": { "dialer": { {{members}} } } }""");

    public static LoadResult<OptOutTargets> LoadFile(string text) => OptOutTargetsLoader.Load("targets.json", Encoding.UTF8.GetBytes(text));

    public static OptOutTargets Loaded(string members) =>
        Load(members) is { Value: { } targets } ? targets : throw new AssertFailedException(string.Join('\n', Load(members).Mistakes));
}
