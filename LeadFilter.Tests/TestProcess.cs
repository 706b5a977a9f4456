using LeadFilter.Tests.Guarantees;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests;

/// <summary>What runs in a process that is made of the tests' own code.</summary>
internal static class TestProcess
{
    /// <summary>The entry: a word that says what to do, and what that needs.</summary>
    public static Task<int> Main(string[] arguments) => arguments[0] switch
    {
        CapBuyer.Word => CapBuyer.RunAsync(arguments[1..]),
        SharingFilter.Word => SharingFilter.RunAsync(arguments[1..]),
        _ => throw new ArgumentException($"Nobody knows '{arguments[0]}'.", nameof(arguments)),
    };
}
