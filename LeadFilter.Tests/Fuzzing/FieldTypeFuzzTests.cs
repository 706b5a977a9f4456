using System.Text;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Tests.Fields;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Every type and every part of it, in every locale.</summary>
[TestClass]
[TestCategory("Fuzzing")]
public sealed class FieldTypeFuzzTests
{
    private static readonly Locale[] Locales =
    [
        Locale.Default, new() { Region = "GB", Dates = DateOrder.DayFirst }, new() { Region = "DE", Dates = DateOrder.DayFirst }, new() { Region = "CA" },
    ];

    [TestMethod]
    public void Every_type_says_what_a_text_is_and_reads_its_own_canonical_text() =>
        Fuzz.Run(random => Encoding.Unicode.GetBytes(HostileText.Next(random)), bytes =>
        {
            var raw = Encoding.Unicode.GetString(bytes);
            foreach (var locale in Locales)
            {
                foreach (var type in FieldTypes.All)
                {
                    if (WrongWith(type.In(locale), raw) is { } wrong)
                    {
                        return $"{type.Name} in {locale.Region}: {wrong}";
                    }
                }
            }

            return null;
        });

    private static string? WrongWith(FieldType type, string raw)
    {
        var value = type.Standardize(raw);
        if (!value.IsValid)
        {
            return value.Validity == Validity.Missing ? "missing"
                : (value.Validity == Validity.Invalid) != (value.Why is not null) ? $"{value.Validity} because of '{value.Why}'"
                : null;
        }

        var canonical = type.CanonicalText(in value);
        if (type.Canonical(canonical) is var again && again != canonical)
        {
            return $"'{canonical}' is read as '{again}'";
        }

        if (type.Kind == ValueKind.Number && !double.IsFinite(value.Number))
        {
            return $"the number is {value.Number}";
        }

        foreach (var part in type.Parts)
        {
            var read = part.Read(in value, Reading.ReceivedAt);
            if (read.Validity is not (Validity.Missing or Validity.Valid))
            {
                return $"{part.Name} is {read.Validity}";
            }

            if (read.IsValid && part.Type.CanonicalText(in read) is not { Length: > 0 })
            {
                return $"{part.Name} is empty";
            }
        }

        return canonical.Any(char.IsControl) ? "control characters in the canonical text" : null;
    }
}
