using LeadFilter.Cli.Metrics;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Metrics;

[TestClass]
public sealed class PrometheusFormatTests
{
    [TestMethod]
    [DataRow(null, false, DisplayName = "curl without a header")]
    [DataRow("*/*", false, DisplayName = "curl")]
    [DataRow("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false, DisplayName = "a browser")]
    [DataRow("application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", true, DisplayName = "Prometheus 2")]
    [DataRow("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,*/*;q=0.1", true, DisplayName = "Prometheus 3")]
    [DataRow("text/plain;version=0.0.4;q=0.5,application/openmetrics-text;q=0.2", false, DisplayName = "who prefers text")]
    [DataRow("application/openmetrics-text;q=0", false, DisplayName = "who refuses OpenMetrics")]
    [DataRow(";;;", false, DisplayName = "nonsense")]
    public void Accept_chooses(string? accept, bool open)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.AreEqual(open, PrometheusFormat.Choose(request).IsOpenMetrics);
    }
}
