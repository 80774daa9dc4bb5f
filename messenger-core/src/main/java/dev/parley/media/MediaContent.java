package dev.parley.media;

/** Bytes of a stored picture or of its thumbnail, with their type. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
public record MediaContent(MediaPurpose purpose, String contentType, byte[] bytes) {}
