using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Tests.Fields.Times;

/// <summary>Dates and zones in the writings of forms, people and programs.</summary>
[TestClass]
public sealed class DateWritingTests
{
    private const string Unclear = "[month and day cannot be told apart]";
    private static readonly FieldType Eu = DobType.Instance.In(new Locale { Dates = DateOrder.DayFirst });

    [TestMethod]
    [DataRow("03 15 1985", "1985-03-15")]
    [DataRow("7 4 1976", "1976-07-04")]
    [DataRow("7 4 76", "1976-07-04")]
    [DataRow("031585", "1985-03-15")]
    [DataRow("070476", "1976-07-04")]
    [DataRow("031505", "2005-03-15")]
    [DataRow("010203", Unclear)]
    [DataRow("121110", Unclear)]
    [DataRow("150385", "[month and day the other way round]")]
    [DataRow("12 de junio de 1985", "1985-06-12")]
    [DataRow("12 de junio del 1985", "1985-06-12")]
    [DataRow("11 Marzo, 2014", "2014-03-11")]
    [DataRow("1ro de enero de 1990", "1990-01-01")]
    [DataRow("junio 12, 1985", "1985-06-12")]
    [DataRow("12 juin 1985", "1985-06-12")]
    [DataRow("12 juil. 1985", "1985-07-12")]
    [DataRow("12 jui 1985", "[not a date]")]
    [DataRow("1er février 1985", "1985-02-01")]
    [DataRow("12 de março de 1985", "1985-03-12")]
    [DataRow("12 août 1985", "1985-08-12")]
    [DataRow("12. März 1985", "1985-03-12")]
    [DataRow("12. Okt. 1985", "1985-10-12")]
    [DataRow("July 10, '96", "1996-07-10")]
    [DataRow("10 July '96", "1996-07-10")]
    [DataRow("03 15", "[not a date]")]
    [DataRow("3 4", "[not a date]")]
    [DataRow("03 15 198", "[not a date]")]
    public void Date_of_birth(string raw, string canonical) => Assert.AreEqual(canonical, DobType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("15 03 1985", "1985-03-15")]
    [DataRow("150385", "1985-03-15")]
    [DataRow("031585", "[month and day the other way round]")]
    public void Date_of_birth_with_the_day_first(string raw, string canonical) => Assert.AreEqual(canonical, Eu.Canonical(raw));

    [TestMethod]
    [DataRow("140530")]
    [DataRow("031585")]
    public void Six_digits_are_no_date_of_an_event(string raw) => Assert.AreEqual("[not a date]", DateType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("2026-11-30 06:58:12 Eastern Standard Time", "2026-11-30T11:58:12Z")]
    [DataRow("2026-07-30 06:58:12 Eastern Standard Time", "2026-07-30T10:58:12Z")]
    [DataRow("2026-07-30 06:58:12 Eastern Daylight Time", "2026-07-30T10:58:12Z")]
    [DataRow("2026-11-30 06:58:12 (UTC-05:00) Eastern Time (US & Canada)", "2026-11-30T11:58:12Z")]
    [DataRow("2026-11-30 06:58:12 (UTC-05:00) Eastern Time (US &amp; Canada)", "2026-11-30T11:58:12Z")]
    [DataRow("2026-07-30 06:58:12 (UTC-05:00) Eastern Time (US & Canada)", "2026-07-30T10:58:12Z")]
    [DataRow("2026-11-30 06:58:12 (GMT-05:00) America/New_York", "2026-11-30T11:58:12Z")]
    [DataRow("2026-11-30 06:58:12 (UTC-05:00)", "2026-11-30T11:58:12Z")]
    [DataRow("2026-11-30 06:58:12 EST5EDT", "2026-11-30T11:58:12Z")]
    [DataRow("2026-07-30 06:58:12 EST5EDT", "2026-07-30T10:58:12Z")]
    [DataRow("2026-11-30 06:58:12 PST8PDT", "2026-11-30T14:58:12Z")]
    [DataRow("2026-11-30 06:58 AM Pacific Time", "2026-11-30T14:58:00Z")]
    [DataRow("2026-11-30 06:58:12 W. Europe Standard Time", "2026-11-30T05:58:12Z")]
    [DataRow("2026-11-30 06:58:12 GMT Standard Time", "2026-11-30T06:58:12Z")]
    [DataRow("2026-11-30 06:58:12 India Standard Time", "2026-11-30T01:28:12Z")]
    [DataRow("2026-11-30 06:58:12 US Mountain Standard Time", "2026-11-30T13:58:12Z")]
    [DataRow("2026-11-30 06:58:12 Coordinated Universal Time", "2026-11-30T06:58:12Z")]
    [DataRow("2026-11-30 06:58:12 (UTC-05:00) Middle Earth", "[no such time zone]")]
    [DataRow("2026-11-30 06:58:12 Middle Earth Standard Time", "[no such time zone]")]
    public void Long_name_of_a_zone(string raw, string canonical) => Assert.AreEqual(canonical, TimestampType.Instance.Canonical(raw));
}
