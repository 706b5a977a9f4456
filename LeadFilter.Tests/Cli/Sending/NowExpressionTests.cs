using System.Text;
using LeadFilter.Cli.Sending;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class NowExpressionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 18, 0, 45, 250, TimeSpan.FromHours(1));

    [TestMethod]
    [DataRow("{now}", "2026-11-22T17:00:45Z")]
    [DataRow("{now-45s}", "2026-11-22T17:00:00Z")]
    [DataRow("{now-45s:iso}", "2026-11-22T17:00:00Z")]
    [DataRow("{now+15m}", "2026-11-22T17:15:45Z")]
    [DataRow("{now-24h}", "2026-11-21T17:00:45Z")]
    [DataRow("{now+2d}", "2026-11-24T17:00:45Z")]
    [DataRow("{now:unix}", "1795366845")]
    [DataRow("{now-1s:unixms}", "1795366844250")]
    [DataRow("{now-45s:us}", "11/22/2026 5:00:00 PM")]
    [DataRow("{now-5h:us}", "11/22/2026 12:00:45 PM")]
    [DataRow("{now-45s:rfc}", "Sun, 22 Nov 2026 17:00:00 GMT")]
    public void An_expression_is_written_in_its_format(string text, string expected)
    {
        Assert.IsTrue(NowExpression.TryRead(Encoding.UTF8.GetBytes(text), out var expression, out var length));

        Assert.AreEqual(text.Length, length);
        Assert.AreEqual(expected, expression.At(Now));
    }

    [TestMethod]
    [DataRow("{now-45}")]
    [DataRow("{now-s}")]
    [DataRow("{now-45w}")]
    [DataRow("{now--5s}")]
    [DataRow("{now-45s")]
    [DataRow("{now-")]
    [DataRow("{now:")]
    [DataRow("{now:french}")]
    [DataRow("{now-45s:}")]
    [DataRow("{now-45s }")]
    [DataRow("{now-36501d}")]
    [DataRow("{now-99999999999s}")]
    public void A_mistyped_expression_is_refused(string text) =>
        Assert.IsFalse(NowExpression.TryRead(Encoding.UTF8.GetBytes(text), out _, out _));

    [TestMethod]
    [DataRow("{nowhere}")]
    [DataRow("{now")]
    [DataRow("{now }")]
    public void Other_text_in_braces_is_none(string text)
    {
        Assert.IsTrue(NowExpression.TryRead(Encoding.UTF8.GetBytes(text), out _, out var length));

        Assert.AreEqual(0, length);
    }
}
