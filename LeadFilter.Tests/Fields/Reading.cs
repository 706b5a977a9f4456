using LeadFilter.Core.Fields;

namespace LeadFilter.Tests.Fields;

/// <summary>What tests ask of a type, in one line each.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The canonical text of raw text; the reason in brackets if it is invalid, <c>[blank]</c> if it is blank.</summary>
    public static string Canonical(this FieldType type, string raw)
    {
        var value = type.Standardize(raw);
        return value.Validity switch
        {
            Validity.Valid => type.CanonicalText(in value),
            Validity.Invalid => $"[{value.Why}]",
            _ => "[blank]",
        };
    }

    /// <summary>The canonical text of a part; <c>[missing]</c> if the value has none.</summary>
    public static string Part(this FieldType type, string raw, string name)
    {
        var value = type.Standardize(raw);
        Assert.AreEqual(Validity.Valid, value.Validity, value.Why);
        var part = type.Parts.Single(part => part.Name == name);
        var read = part.Read(in value, ReceivedAt);
        return read.IsValid ? part.Type.CanonicalText(in read) : "[missing]";
    }
}
