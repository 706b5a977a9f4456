using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Times;

/// <summary>What holds for every point in time and every way to write it.</summary>
[TestClass]
public sealed class TimePropertiesTests
{
    private const int Cases = 2000;

    private static readonly FieldType American = TimestampType.Instance;
    private static readonly FieldType European = American.In(new() { Dates = DateOrder.DayFirst });

    /// <summary>Ways to write a second that both orders read alike.</summary>
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy.MM.dd HH.mm.ss", "yyyyMMddHHmmss", "yyyyMMdd'T'HHmmss'Z'",
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'",
        "MMM d, yyyy h:mm:ss tt", "MMMM d, yyyy 'at' h:mm:ss tt", "d MMMM yyyy HH:mm:ss", "dd-MMM-yyyy HH:mm:ss", "dddd, MMMM d, yyyy, h:mm:ss tt",
        "dd/MMM/yyyy:HH:mm:ss '+0000'", "HH:mm:ss, d MMM yyyy", "yyyy-MM-dd HH:mm:ss.fff", "yyyyMMddHHmmssfff",
    ];

    private static readonly string[] AmericanForms =
        ["M/d/yyyy h:mm:ss tt", "MM-dd-yyyy HH:mm:ss", "MM/dd/yyyy 'at' h:mm:ss tt", "HH:mm:ss MM/dd/yyyy", "MMddyyyy HHmmss", "M / d / yyyy HH:mm:ss"];

    private static readonly Gen<DateTime> Seconds =
        Gen.Choose(0, int.MaxValue - 1).SelectMany(high => Gen.Choose(0, 2).Select(third => new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            .AddSeconds((high + ((long)third * int.MaxValue)) % 6_342_969_600L)));

    [TestMethod]
    public void Every_way_to_write_a_time_gives_that_time() => Holds(
        from time in Seconds
        from form in Gen.Elements(Forms)
        select (time, form),
        pair => American.Canonical(Written(pair.time, pair.form)) == Iso(pair.time) && European.Canonical(Written(pair.time, pair.form)) == Iso(pair.time));

    [TestMethod]
    public void Dates_of_digits_are_read_in_the_order_of_the_locale() => Holds(
        from time in Seconds
        from form in Gen.Elements(AmericanForms)
        select (time, form),
        pair => American.Canonical(Written(pair.time, pair.form)) == Iso(pair.time)
            && European.Canonical(Written(pair.time, DayFirst(pair.form))) == Iso(pair.time));

    [TestMethod]
    public void Unix_time_gives_that_time() => Holds(
        Gen.Choose(1_000_000_000, int.MaxValue),
        seconds => American.Canonical(seconds.ToString(CultureInfo.InvariantCulture)) == Iso(DateTime.UnixEpoch.AddSeconds(seconds))
            && American.Canonical($"{seconds}000") == Iso(DateTime.UnixEpoch.AddSeconds(seconds)));

    [TestMethod]
    public void An_offset_moves_the_time_by_as_much() => Holds(
        from time in Seconds.Where(time => time.Year is > 1900 and < 2100)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select (time, minutes),
        pair => American.Canonical($"{Written(pair.time.AddMinutes(pair.minutes), "yyyy-MM-dd HH:mm:ss")} {Offset(pair.minutes)}") == Iso(pair.time));

    [TestMethod]
    public void Case_scripts_and_unseen_characters_change_nothing() => Holds(
        from time in Seconds
        from form in Gen.Elements([.. Forms, .. AmericanForms])
        from noise in Gen.Choose(0, 5)
        select (raw: Written(time, form), noise),
        pair => American.Canonical(Noisy(pair.raw, pair.noise)) == American.Canonical(pair.raw));

    [TestMethod]
    public void A_date_is_the_same_whatever_is_written_behind_it() => Holds(
        from time in Seconds
        from behind in Gen.Elements("", "T00:00:00Z", " 23:59:59", "T12:00+14:00", " 8pm ET", "Z")
        select (time, behind),
        pair => DateType.Instance.Canonical(Written(pair.time, "yyyy-MM-dd") + pair.behind) == Written(pair.time, "yyyy-MM-dd"));

    [TestMethod]
    public void Every_time_of_day_is_read_in_twelve_and_in_twenty_four_hours() => Holds(
        from time in Seconds
        from form in Gen.Elements("HH:mm:ss", "H:mm:ss", "HHmmss", "h:mm:ss tt", "hh:mm:ss tt", "h.mm.sstt", "'T'HH:mm:ss")
        select (time, form),
        pair => TimeType.Instance.Standardize(Written(pair.time, pair.form)).Number.Equals(pair.time.TimeOfDay.TotalMilliseconds));

    [TestMethod]
    [DataRow("timestamp")]
    [DataRow("date")]
    [DataRow("time")]
    [DataRow("dob")]
    public void Canonical_text_is_the_same_value_in_every_locale(string name)
    {
        Assert.IsTrue(FieldTypes.TryFind(name, out var type));
        var other = type.In(new() { Region = "GB", Dates = DateOrder.DayFirst, TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London") });
        Holds(RawTexts.Any.Generator, raw =>
        {
            var value = type.Standardize(raw);
            if (!value.IsValid)
            {
                return true;
            }

            var text = type.CanonicalText(in value);
            var (again, elsewhere) = (type.Standardize(text), other.Standardize(text));
            return again.Number.Equals(value.Number) && elsewhere.Number.Equals(value.Number) && other.CanonicalText(in elsewhere) == text;
        });
    }

    [TestMethod]
    public void Age_is_the_number_of_birthdays_that_are_past() => Holds(
        from born in Seconds
        from later in Gen.Choose(0, 60_000)
        select (born: born.Date, later),
        pair =>
        {
            var today = pair.born.AddDays(pair.later);
            var birthdays = 0;
            while (Birthday(pair.born, birthdays + 1) <= today)
            {
                birthdays++;
            }

            var dob = DobType.Instance.Standardize(Written(pair.born, "yyyy-MM-dd"));
            return DobType.Instance.Parts.Single(part => part.Name == "age").Read(in dob, new DateTimeOffset(today, TimeSpan.Zero)).Number.Equals(birthdays);
        });

    [TestMethod]
    public void Long_runs_of_anything_take_linear_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var pattern in (string[])["1", "11/", "11:", "Nov ", "at ", "T", "Z", "+1", "(", "[", "１", "/Date(", "-", "p.m. "])
        {
            var text = string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length));
            foreach (var type in (FieldType[])[American, European, DateType.Instance, TimeType.Instance, DobType.Instance])
            {
                Assert.AreEqual(Validity.Invalid, type.Standardize(text).Validity);
                Assert.AreEqual(Validity.Invalid, type.Standardize("2026-11-03 8:49" + text).Validity);
            }
        }

        Assert.IsLessThan(TimeSpan.FromSeconds(30), clock.Elapsed);
    }

    private static DateTime Birthday(DateTime born, int years) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + years) ? new(born.Year + years, 3, 1) : new(born.Year + years, born.Month, born.Day);

    private static string Written(DateTime time, string form) => time.ToString(form, CultureInfo.InvariantCulture);

    private static string Iso(DateTime time) => Written(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string DayFirst(string form) => form.Replace('M', '#').Replace('d', 'M').Replace('#', 'd');

    private static string Offset(int minutes) => $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}";

    private static string Noisy(string raw, int noise) => noise switch
    {
        0 => raw.ToUpperInvariant(),
        1 => raw.ToLowerInvariant(),
        2 => string.Concat(raw.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
        3 => string.Concat(raw.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c)),
        4 => raw.Replace(' ', '\u202F'),
        _ => string.Concat(raw.Select(c => $"\u200E{c}")),
    };

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) =>
        Check.One(PropertyCases.Of(Cases), Prop.ForAll(cases.ToArbitrary(), property));
}
