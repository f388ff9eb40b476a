// SPDX-License-Identifier: GPL-3.0-or-later

/// The font manifest of a new project.
enum SampleFonts {
    static let manifest = """
        # Fonts, hyphenation lists and ICC profiles: `pamphlet fonts` takes each from its Debian package and verifies it.
        files:
          - name: vollkorn-regular
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: 33c0e4742dbf693d8f6cda114c02bcf213c0edfb18f0350e483e9354bf9f0c9b
          - name: vollkorn-italic
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-Italic.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: 9261dc54be8ee1c5d4c99c4ae8c51042aaafb370a81394f2f426469b94770b1b
          - name: vollkorn-medium
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-Medium.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: 2069b80211f3700eb246cf406035acecbc053d7354b7d362615e70469de417a2
          - name: vollkorn-semibold
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-SemiBold.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: 96aad04ffae1d2c18c4f07ffadde9f6a57bcb84486c6a14fdfc58531e4b63b91
          - name: vollkorn-semibold-italic
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-SemiBoldItalic.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: 8242bd409353f02f892348c934e549e77d2b6ce57db1de38f5f8a24f3c27d764
          - name: vollkorn-bold
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-Bold.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: e905eac2b4b6286bafe2c403656665ed455c899ba4e2de6a1fdfaa1d1a78eb0c
          - name: vollkorn-bold-italic
            kind: font
            path: /usr/share/fonts/truetype/vollkorn/Vollkorn-BoldItalic.ttf
            package: fonts-vollkorn
            version: "4.105-2"
            licence: OFL-1.1
            sha256: 736a206307fa2446d469642195ff2add1c1f3a454322d77ae5215d8875181e28
          - name: inter-regular
            kind: font
            path: /usr/share/fonts/opentype/inter/Inter-Regular.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: a7e791e8f5a0fb02b65663f7fca73e1d1ca9543f772ad480cbd76f4e3fe3f8cc
          - name: inter-italic
            kind: font
            path: /usr/share/fonts/opentype/inter/Inter-Italic.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: 45ecfe6cbadfd4803de6214e02c336a95163a7703973bc8a5ce7ac2d174ecaf7
          - name: inter-medium
            kind: font
            path: /usr/share/fonts/opentype/inter/Inter-Medium.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: 99dab2bdcb613c4c8264000a94351d1227f74dc95a86d1249493aeee0c0179c4
          - name: inter-semibold
            kind: font
            path: /usr/share/fonts/opentype/inter/Inter-SemiBold.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: 8c1990b6012254ea2b487161697d107357dd0ee55811cfd91c8c11227bbef457
          - name: inter-bold
            kind: font
            path: /usr/share/fonts/opentype/inter/Inter-Bold.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: 1e9dfd6a6e33ac63a8fe3b4ed7ae0df9eac2d0b25e444e8e7daef4ac77943fc1
          - name: inter-display-semibold
            kind: font
            path: /usr/share/fonts/opentype/inter/InterDisplay-SemiBold.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: 1db59eb44058d96bd1eb258317ecc33e9766e96726939eb6850987dcda47ef5e
          - name: inter-display-bold
            kind: font
            path: /usr/share/fonts/opentype/inter/InterDisplay-Bold.otf
            package: fonts-inter
            version: "4.0~beta7+ds-1"
            licence: OFL-1.1
            sha256: 2738619937fdcd1f0a331ea68d74ef6f9619a6eaaa1f904c73ceafc6c99879d6
          - name: en
            kind: hyphenation
            path: /usr/share/hyphen/hyph_en_GB.dic
            package: hyphen-en-gb
            version: "1:7.5.0-1"
            licence: BSD-style
            sha256: 9fdc97f7faabcda30c15a9d53bc7fbf21daec795fb3c9a9588f7bdb30c563f41
          - name: ru
            kind: hyphenation
            path: /usr/share/hyphen/hyph_ru_RU.dic
            package: hyphen-ru
            version: "20030310-1.1"
            licence: LPPL-1.2+
            sha256: 022b669c16d98e5ccd92a78a157adb6bfef9e262c30b741b5ad3636dba7edde7
          - name: srgb
            kind: profile
            path: /usr/share/color/icc/sRGB.icc
            package: icc-profiles-free
            version: "2.0.1+dfsg-1.1"
            licence: Zlib
            sha256: 2a92d4bae450b76d8b0aa42193df974d75f62738ecebf74f01c5e75b12a95796
          - name: press
            kind: profile
            path: /usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc
            package: scribus-data
            version: "1.5.8+dfsg-4"
            licence: Zlib
            sha256: b424c77f40c3423c925536f8ae08634985ccd0fe80eb253d5d229197ded7e886

        """
}
