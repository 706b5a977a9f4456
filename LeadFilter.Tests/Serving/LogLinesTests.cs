using System.Text.Json;
using LeadFilter.Cli.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace LeadFilter.Tests.Serving;

[TestClass]
public sealed class LogLinesTests
{
    [TestMethod]
    public void Line_of_text_begins_with_date_and_time_in_utc() => Assert.MatchesRegex(
        @"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warn: Some\.Category\[7\] A campaign was loaded\.\s*$", Line(json: false));

    [TestMethod]
    public void Line_of_json_is_a_document_with_date_and_time_in_utc()
    {
        using var line = JsonDocument.Parse(Line(json: true));

        Assert.AreEqual("A campaign was loaded.", line.RootElement.GetProperty("Message").GetString());
        Assert.AreEqual("Warning", line.RootElement.GetProperty("LogLevel").GetString());
        var written = line.RootElement.GetProperty("Timestamp").GetDateTimeOffset();
        Assert.AreEqual(TimeSpan.Zero, written.Offset);
        Assert.IsLessThan(TimeSpan.FromHours(12), (TimeProvider.System.GetUtcNow() - written).Duration());
    }

    [TestMethod]
    [DataRow(null, false, 0)]
    [DataRow("text", false, 0)]
    [DataRow(" JSON ", true, 0)]
    [DataRow("xml", false, 1)]
    public void Setting_says_which(string? setting, bool json, int problems)
    {
        var told = new List<string>();

        Assert.AreEqual(json, LogLines.ReadJson(new(name => name == "LEADFILTER_LOG_FORMAT" ? setting : null, told)));

        Assert.HasCount(problems, told);
    }

    private static string Line(bool json)
    {
        using var services = new ServiceCollection().AddLogging(logging => LogLines.Write(logging, json)).BuildServiceProvider();
        var name = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        var formatter = services.GetServices<ConsoleFormatter>().Single(one => one.Name == name);
        using var written = new StringWriter();
        var entry = new LogEntry<string>(
            LogLevel.Warning, "Some.Category", new EventId(7), "A campaign was loaded.", null, static (text, _) => text);
        formatter.Write(entry, null, written);
        return written.ToString();
    }
}
