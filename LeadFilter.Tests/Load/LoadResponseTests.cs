using System.Text;
using LeadFilter.Benchmarks.Load;

namespace LeadFilter.Tests.Load;

/// <summary>The client of the measurements reads answers in full, and tells them apart.</summary>
[TestClass]
public sealed class LoadResponseTests
{
    private const string Success = "{\"outcome\":\"success\"}";
    private const string WithLength = "HTTP/1.1 201 Created\r\nContent-Length: 21\r\nServer: x\r\n\r\n" + Success;
    private const string Chunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n15\r\n" + Success + "\r\n0\r\n\r\n";

    [TestMethod]
    [DataRow(WithLength)]
    [DataRow(Chunked)]
    public void An_answer_is_whole_with_its_last_byte_and_not_before(string response)
    {
        var bytes = Encoding.ASCII.GetBytes(response);
        Assert.IsTrue(LoadResponse.IsWhole(bytes));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.IsFalse(LoadResponse.IsWhole(bytes.AsSpan(0, length)), $"{length} bytes");
        }
    }

    [TestMethod]
    [DataRow(WithLength, true, LoadAnswer.Expected)]
    [DataRow(WithLength, false, LoadAnswer.Other)]
    [DataRow(Chunked, true, LoadAnswer.Expected)]
    [DataRow("HTTP/1.1 201 Created\r\nContent-Length: 21\r\n\r\n{\"outcome\":\"failure\"}", true, LoadAnswer.Other)]
    [DataRow("HTTP/1.1 201 Created\r\nContent-Length: 21\r\n\r\n{\"outcome\":\"failure\"}", false, LoadAnswer.Expected)]
    [DataRow("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", false, LoadAnswer.Failed)]
    public void An_answer_is_the_expected_one_another_one_or_none(string response, bool isBought, object expected) =>
        Assert.AreEqual(expected, LoadResponse.Read(Encoding.ASCII.GetBytes(response), isBought));

    [TestMethod]
    public void Where_nothing_is_decided_any_answer_is_as_good() =>
        Assert.AreEqual(LoadAnswer.Expected, LoadResponse.Read(Encoding.ASCII.GetBytes(WithLength), isBought: null));
}
