using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>What the sources of the Azure host say: they are read, not run.</summary>
internal static partial class FunctionSources
{
    /// <summary>The functions' names.</summary>
    public static IReadOnlyList<string> Names() => [.. Function().Matches(Read("")).Select(found => found.Groups["name"].Value)];

    /// <summary>The settings that triggers take: <c>%Name%</c>, and <c>Connection = "Name"</c>.</summary>
    public static IReadOnlyList<string> TriggerSettings() =>
        [.. TriggerSetting().Matches(Read("")).Select(found => found.Groups["name"].Value).Distinct()];

    /// <summary>
    /// The settings that the code reads: the constants …Name of the folder Settings, its connections, each as
    /// <c>Name__part</c>, and the constants …Setting elsewhere.
    /// </summary>
    public static IReadOnlyList<string> CodeSettings() =>
    [
        .. Constant().Matches(Read("Settings")).Select(found => found.Groups["name"].Value),
        .. SettingConstant().Matches(Read("")).Select(found => found.Groups["name"].Value),
        .. Connection().Matches(Read("Settings")).Select(found => $"{found.Groups["name"].Value}__{found.Groups["part"].Value}"),
    ];

    /// <summary>Reads of the configuration or the environment outside the folder Settings, where the tests would miss them.</summary>
    public static IReadOnlyList<string> StrayReads() => [.. StrayRead().Matches(Read("")).Select(found => found.Value)];

    // What stands for the missing package is in no app that is deployed.
    private static bool IsWithin(string file, string folder) =>
        file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Read(string folder)
    {
        var root = Path.Combine(SampleFiles.Root, "LeadFilter.Functions", folder);
        return string.Join('\n', Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !IsWithin(file, "obj") && !IsWithin(file, "ServiceBusStandIn"))
            .Select(File.ReadAllText));
    }

    [GeneratedRegex(
        @"\[Function\((?:nameof\((?:\w+\.)*(?<name>\w+)\)|""(?<name>\w+)"")\)\]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Function();

    [GeneratedRegex(@"%(?<name>\w+)%|\bConnection = ""(?<name>\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TriggerSetting();

    [GeneratedRegex(@"const string \w+Name = ""(?<name>\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constant();

    [GeneratedRegex(@"const string \w+Setting = ""(?<name>\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingConstant();

    [GeneratedRegex(@"\.Connection\(""(?<name>\w+)"", ""(?<part>\w+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Connection();

    [GeneratedRegex(
        @"[Cc]onfiguration\[""[^""]+""\]|GetEnvironmentVariable\(|\.GetValue<|\.GetConnectionString\(|\.GetSection\(",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex StrayRead();
}
