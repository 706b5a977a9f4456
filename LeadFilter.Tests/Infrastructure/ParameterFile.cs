using System.Globalization;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>infra/main.bicepparam: what an installation gets unless somebody changes it.</summary>
internal static class ParameterFile
{
    /// <summary>A parameter that is a number.</summary>
    public static int Number(string name)
    {
        var start = $"param {name} = ";
        var line = SampleFiles.Read("infra", "main.bicepparam").Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal));
        return int.Parse(line[start.Length..], CultureInfo.InvariantCulture);
    }
}
