using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>
/// The place of a value in a JSON answer, in the simplest form of JSONPath (RFC 9535): <c>$.line.type</c>, <c>$.items[0]</c>, <c>$['a
/// b']</c>.
/// </summary>
public sealed class FactPath
{
    private const int MaxSteps = 16;

    private readonly IReadOnlyList<(string? Name, int Index)> steps;

    private FactPath(IReadOnlyList<(string? Name, int Index)> steps) => this.steps = steps;

    /// <summary>Whether it is the whole answer: <c>$</c>.</summary>
    public bool IsRoot => steps.Count == 0;

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FactPath? path)
    {
        ArgumentNullException.ThrowIfNull(text);
        path = null;
        if (!text.StartsWith('$'))
        {
            return false;
        }

        var read = new List<(string? Name, int Index)>();
        var rest = text.AsSpan(1);
        while (!rest.IsEmpty)
        {
            if (read.Count == MaxSteps || !TryReadStep(ref rest, out var step))
            {
                return false;
            }

            read.Add(step);
        }

        path = new(read);
        return true;
    }

    /// <summary>Reads a path that is known to be well formed.</summary>
    /// <param name="text">The text.</param>
    internal static FactPath Of(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is not a valid path.");

    /// <summary>Finds the value.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if there is none, or it is null.</returns>
    public bool TryFind(JsonElement root, out JsonElement value)
    {
        value = root;
        foreach (var (name, index) in steps)
        {
            if (name is null)
            {
                if (value.ValueKind != JsonValueKind.Array || index >= value.GetArrayLength())
                {
                    return false;
                }

                value = value[index];
            }
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return false;
            }
        }

        return value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
    }

    private static bool TryReadStep(ref ReadOnlySpan<char> rest, out (string? Name, int Index) step)
    {
        step = default;
        if (rest[0] == '.')
        {
            var length = 1;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '-'))
            {
                length++;
            }

            step = (rest[1..length].ToString(), 0);
            rest = rest[length..];
            return length > 1;
        }

        if (rest.StartsWith("['"))
        {
            var end = rest.IndexOf("']");
            step = end > 2 ? (rest[2..end].ToString(), 0) : default;
            rest = end > 2 ? rest[(end + 2)..] : rest;
            return end > 2;
        }

        var close = rest[0] == '[' ? rest.IndexOf(']') : -1;
        if (close < 0 || !int.TryParse(rest[1..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        step = (null, index);
        rest = rest[(close + 1)..];
        return true;
    }
}
