using System.Reflection;
using System.Runtime.CompilerServices;
using LeadFilter.Benchmarks.Fields;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Benchmarks.Loading;

/// <summary>
/// What the first use of a type of field costs in a process that has not used it: a read of each typical text and of all its
/// parts.
/// </summary>
internal static class FirstUse
{
    /// <summary>The row for all types, one after the other.</summary>
    public const string Everything = "all types";

    /// <summary>What can be measured.</summary>
    public static IEnumerable<string> Names => FieldTypes.All.Select(type => type.Name).Append(Everything);

    /// <summary>Measures the first use in this process: call it once.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="compiled">Whether the code is compiled beforehand, so that what is left is the data.</param>
    /// <returns>Microseconds of processor time, so that other processes on the machine count little.</returns>
    public static double Measure(string name, bool compiled)
    {
        var work = FieldTypes.All.Where(
            type => name == Everything || type.Name == name).Select(type => (type, Texts: TypicalTexts.Of(type))).ToArray();
        if (compiled)
        {
            CompileCore();
        }

        var start = Environment.CpuUsage.TotalTime;
        foreach (var (type, texts) in work)
        {
            foreach (var text in texts)
            {
                Use(type, text);
            }
        }

        return (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
    }

    private static void Use(FieldType type, string text)
    {
        var value = type.Standardize(text);
        for (var at = 0; at < type.Parts.Count && value.IsValid; at++)
        {
            type.Parts[at].Read(in value, DateTimeOffset.UnixEpoch);
        }
    }

    // Compiles methods without running them; static constructors, which hold the data, wait.
    private static void CompileCore()
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in typeof(FieldType).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            {
                if (!method.IsAbstract && !method.ContainsGenericParameters && method.GetMethodBody() is not null)
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
            }
        }
    }
}
