//! Numbers and texts in few bytes: LEB128, differences to the number before, strings by what they share with the one before.

/// Writes.
#[cfg(test)]
#[derive(Default)]
pub(crate) struct Packer(Vec<u8>);

#[cfg(test)]
impl Packer {
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }

    pub(crate) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub(crate) fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap());
    }

    /// A number that is often near the one before.
    pub(crate) fn near(&mut self, before: &mut u32, number: u32) {
        let apart = number.wrapping_sub(*before).cast_signed();
        *before = number;
        self.number(((apart << 1) ^ (apart >> 31)).cast_unsigned());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend_from_slice(bytes);
    }
}

/// Reads what [`Packer`] wrote; `None` where it is not that.
pub(crate) struct Unpacker<'b>(&'b [u8]);

impl<'b> Unpacker<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    #[inline]
    pub(crate) fn number(&mut self) -> Option<u32> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        if first < 0x80 {
            return Some(first.into());
        }
        let mut number = u32::from(first & 0x7f);
        for shift in [7, 14, 21, 28] {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// How many things follow, each of at least one byte.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.0.len()).then_some(count)
    }

    #[inline]
    pub(crate) fn near(&mut self, before: &mut u32) -> Option<u32> {
        let coded = self.number()?;
        let apart = (coded >> 1) ^ (coded & 1).wrapping_neg();
        *before = before.wrapping_add(apart);
        Some(*before)
    }

    #[inline]
    pub(crate) fn bytes(&mut self) -> Option<&'b [u8]> {
        let len = self.number()? as usize;
        let (bytes, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(crate) fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(numbers in proptest::collection::vec(any::<u32>(), 0..50), small in 0u32..300, text in ".{0,20}") {
            let mut packer = Packer::default();
            packer.count(numbers.len());
            let mut before = small;
            for &number in &numbers {
                packer.number(number);
                packer.near(&mut before, number);
            }
            packer.bytes(text.as_bytes());
            let bytes = packer.finish();
            let mut unpacker = Unpacker::new(&bytes);
            prop_assert_eq!(unpacker.count(), Some(numbers.len()));
            let mut before = small;
            for &number in &numbers {
                prop_assert_eq!(unpacker.number(), Some(number));
                prop_assert_eq!(unpacker.near(&mut before), Some(number));
            }
            prop_assert_eq!(unpacker.text(), Some(text.as_str()));
            prop_assert_eq!(unpacker.number(), None);
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut unpacker = Unpacker::new(&bytes);
            while unpacker.number().is_some() && unpacker.bytes().is_some() {}
        }
    }
}
