primary-level = ระดับ
primary-local = เวลาท้องถิ่น
primary-traveller = คนที่ { $number } จาก { $of }
primary-seconds = { $seconds } จาก { $fair } วินาที
primary-seconds-late = { $seconds }/{ $fair } วินาที เกิน

primary-counter = ที่ช่องตรวจ
primary-alone = มาคนเดียว
primary-party = มาด้วยกัน { $number } คน
primary-usual = เรื่องปกติของที่นี่ในเวลานี้
primary-look = สังเกตผู้เดินทาง
primary-look-how = { $seconds } วินาที ดูว่าคนนี้ทำอะไร เทียบกับเรื่องปกติของที่นี่
primary-seen = สิ่งที่คุณเห็น
primary-baseline-within = ปกติของที่นี่
primary-baseline-above = มากกว่าปกติ
primary-baseline-below = น้อยกว่าปกติ
primary-behaviour-rule = คนสุจริตก็มีท่าทีแปลกได้บ่อยพอกัน ท่าทีเป็นเหตุให้ถาม ไม่ใช่เหตุให้ส่งต่อ
primary-practice = เพื่อการฝึก ราวหนึ่งในสามของคนที่นี่ไม่ได้เป็นอย่างที่บอก ที่ช่องตรวจจริงมีน้อยกว่านี้มาก

primary-passport = หนังสือเดินทาง
primary-today = วันนี้ { $day }
primary-inspect = รับหนังสือเดินทาง
primary-inspect-how = { $seconds } วินาที ดูข้อมูลหลัก และเทียบใบหน้ากับรูปถ่าย การตรวจเอกสารเต็มรูปแบบเป็นหน้าที่ของการตรวจชั้นที่สอง
primary-surname = นามสกุล
primary-given = ชื่อ
primary-nationality = สัญชาติ
primary-birth = เกิด
primary-expiry = ใช้ได้ถึง
primary-expired = หมดอายุ
primary-likeness-like = มองผ่าน ๆ ใบหน้าเหมือนในรูปถ่าย
primary-likeness-changed = ทรงผมหรือแว่นต่างจากในรูปถ่าย ซึ่งใครก็เปลี่ยนได้
primary-likeness-differs = รูปถ่ายเป็นคนอื่น ลักษณะที่ไม่เปลี่ยนตามเวลาต่างกันหลายจุด

primary-questions = คำถาม
primary-questions-left = { $left ->
    [0] ถามครบแล้ว
   *[other] ถามได้อีก { $left } ข้อ ข้อละ { $seconds } วินาที
}
primary-against = ตรวจสอบกับ ({ $seconds } วินาที)
primary-nothing-to-check = ที่นี่ไม่มีอะไรให้ตรวจสอบคำตอบนี้
primary-source-document = หนังสือเดินทาง
primary-source-ticket = ตั๋ว
primary-source-booking = ผู้ที่รออยู่ปลายทาง
primary-source-companion = เพื่อนร่วมทาง แยกถาม
primary-source-crossings = ประวัติการเข้าเมือง
primary-source-again = ถามด้วยคำอื่น
primary-shows = { $source }: { $shows }
primary-quoted = “{ $says }”
primary-made-out = ออกที่ { $place }
primary-no-entry = ไม่มีประวัติการเข้าเมือง
primary-last-entry = เข้าเมืองครั้งล่าสุด { $day }
primary-month = { $month ->
    [1] เดือนมกราคม { $year }
    [2] เดือนกุมภาพันธ์ { $year }
    [3] เดือนมีนาคม { $year }
    [4] เดือนเมษายน { $year }
    [5] เดือนพฤษภาคม { $year }
    [6] เดือนมิถุนายน { $year }
    [7] เดือนกรกฎาคม { $year }
    [8] เดือนสิงหาคม { $year }
    [9] เดือนกันยายน { $year }
    [10] เดือนตุลาคม { $year }
    [11] เดือนพฤศจิกายน { $year }
    [12] เดือนธันวาคม { $year }
   *[other] ปี { $year }
}
primary-fits = ตรงกับที่พูด
primary-fits-not = ไม่ตรงกับที่พูด
primary-put = แจ้งให้ผู้เดินทางชี้แจง { $seconds } วินาที
primary-put-same = ก็ตามที่พูดไปแล้ว
primary-borne = มีสิ่งยืนยัน: { $borne }
primary-borne-not = ไม่มีอะไรยืนยันคำชี้แจงนี้

primary-note = บันทึก
primary-note-none = ยังไม่ได้เขียน
primary-note-written = เขียนแล้ว เขียนใหม่จะแทนที่
primary-note-observed = สิ่งที่ฉันพบ
primary-note-nothing = สังเกต รับหนังสือเดินทาง ถาม หรือตรวจสอบ สิ่งที่พบจะขึ้นที่นี่ให้เลือก
primary-note-question = คำถามที่ถามต่อจากนั้น
primary-note-not-asked = ยังไม่ได้ถาม
primary-note-words = คำของฉันเอง
primary-note-hint = คำของฉันเอง
primary-note-step-observed = ระบุสิ่งที่พบเห็นจริง
primary-note-step-asked = มีคำถามต่อจากสิ่งที่พบ
primary-note-step-checked = ตรวจสอบคำตอบแล้ว
primary-note-write = เขียนบันทึก { $seconds } วินาที
primary-observed-behaviour = ท่าที
primary-observed-photo = ใบหน้ากับรูปถ่าย
primary-observed-answer = คำตอบข้อ { $number }
primary-observed-record = { $source } ข้อ { $number }
primary-noted-bare = เขียนแล้ว แต่บันทึกที่ไม่มีสิ่งที่พบและคำถามต่อจากนั้นไม่ได้คะแนน
primary-noted-asked = เขียนแล้ว มีสิ่งที่พบและคำถาม หากตรวจสอบคำตอบด้วยจะสมบูรณ์
primary-noted-verified = เขียนแล้ว มีสิ่งที่พบ คำถามต่อจากนั้น และการตรวจสอบ

primary-decide = ตัดสินใจ
primary-decide-how = การส่งต่อต้องมีเหตุที่คนอื่นตรวจสอบได้
primary-clear = ให้ผ่าน
primary-refer-second = ส่งตรวจชั้นที่สอง
primary-refer-protection = ส่งต่อฝ่ายคุ้มครอง
primary-refer-second-what = เพื่อตรวจละเอียดขึ้น ผู้เดินทางต้องรอและอาจตกรถหรือเรือ ส่งต่อด้วยเหตุใด
primary-refer-protection-what = ส่งให้ผู้ดูแลคนที่อยู่ในความเสี่ยง โดยไม่กล่าวหา ส่งต่อด้วยเหตุใด
primary-ground-contradiction = คำตอบข้อ { $number } ไม่ตรงกับ: { $source }
primary-ground-both = พูดว่า “{ $says }” แต่พบว่า { $shows }
primary-ground-photo = ใบหน้ากับรูปถ่าย
primary-ground-behaviour = ท่าทีอย่างเดียว
primary-ground-unstated = ไม่ระบุเหตุ
primary-ground-unstated-detail = ไม่มีอะไรที่ใครจะตรวจสอบภายหลังได้
primary-leave = ออกจากแถวนี้หรือไม่
primary-leave-what = ยังมีคนรออยู่ แถวที่ออกกลางคันจะไม่มีผลสรุป
primary-stay = อยู่ช่องตรวจนี้ต่อ
primary-open = เปิดระดับ { $level }

primary-refusal-no-question = ช่องตรวจนี้ไม่มีคำถามนั้น เลือกจากรายการ
primary-refusal-no-more = ที่ช่องตรวจนี้ถามได้สามข้อ ที่เหลือเป็นหน้าที่ของการตรวจชั้นที่สอง ตรวจสอบสิ่งที่พูดแล้ว หรือตัดสินใจ
primary-refusal-not-asked = ยังไม่ได้ถามข้อนั้น ถามก่อน
primary-refusal-nothing-to-check = ตรวจสอบคำตอบนั้นกับสิ่งนี้ไม่ได้
primary-refusal-not-checked = ยังไม่ได้ตรวจสอบข้อนั้น ตรวจสอบก่อน
primary-refusal-nothing-to-put = ตรงกับที่พูดแล้ว ไม่มีอะไรต้องให้ผู้เดินทางชี้แจง
primary-refusal-not-observed = ยังไม่มีใครพบเห็นสิ่งนั้นที่นี่ สังเกตผู้เดินทางหรือรับหนังสือเดินทางก่อน
primary-refusal-too-long = บันทึกยาวเกินบัตร ย่อให้สั้นลง
primary-refusal-over = แถวนี้จบแล้ว

primary-over = แถวนี้จบแล้ว
primary-over-how = อ่านว่าแต่ละคนเป็นใคร แล้วเปิดช่องตรวจอีกครั้ง
primary-another = แถวต่อไป
primary-home = หน้าแรก
primary-of = { $part } จาก { $all }
primary-hits = ส่งต่อถูกคน
primary-hits-what = จากคนที่ควรส่งต่อทั้งหมด
primary-false-alarms = ส่งต่อผิดคน
primary-false-alarms-what = จากคนที่เพียงเดินทางผ่าน
primary-d = d′ การแยกแยะ
primary-d-below = แย่กว่าการเดา ทบทวนเหตุที่ใช้
primary-d-chance = พอ ๆ กับการเดา 0 คือโยนเหรียญ
primary-d-fair = พอใช้ 1 คือพอใช้ 2 คือดี
primary-d-good = ดี แยกแยะได้ชัด
primary-d-alike = ที่นี่ไม่บอกอะไร เพราะทำกับทุกคนเหมือนกัน
primary-d-interval = 95 %: { $low } ถึง { $high } { $meaning }
primary-d-none = ต้องมีผู้เดินทางทั้งสองแบบ
primary-c = c ความโน้มเอียง
primary-c-readily = คุณส่งต่อง่าย
primary-c-seldom = คุณไม่ค่อยส่งต่อ
primary-c-neither = คุณไม่เอียงทางใด
primary-pace = เวลาต่อผู้เดินทาง
primary-pace-seconds = { $seconds } วินาที
primary-pace-what = { $slow ->
    [0] ไม่มีใครเกิน { $fair } วินาที
   *[other] เกิน { $fair } วินาที { $slow } คน
}

primary-work = วิธีทำงานของคุณ
primary-none-here = ไม่มีในแถวนี้
primary-notes = บันทึก
primary-notes-verified = มีสิ่งที่พบ คำถาม และการตรวจสอบ
primary-notes-asked = มีสิ่งที่พบและคำถาม แต่ไม่ได้ตรวจสอบ
primary-notes-bare = ไม่ได้คะแนน ขาดสิ่งที่พบหรือคำถามต่อจากนั้น
primary-notes-none = ผู้เดินทางที่ไม่มีบันทึก
primary-grounds = เหตุของการส่งต่อ
primary-grounds-stand = มีน้ำหนัก
primary-grounds-explained = ถ้าถามจะชี้แจงได้
primary-grounds-nothing = ไม่เป็นเหตุ
primary-care = ผู้ที่อาจเป็นผู้เสียหาย
primary-care-protected = ส่งฝ่ายคุ้มครอง
primary-care-accused = ส่งตรวจชั้นที่สองเหมือนถูกกล่าวหา
primary-care-missed = ปล่อยผ่านไป
primary-audit = ตรวจสอบตามสัญชาติ
primary-audit-what = คนสุจริตที่ถูกส่งต่อ แถบคือช่วงความเชื่อมั่น 95 % ขีดคือสัดส่วน
primary-audit-interval = { $low }–{ $high } %
primary-audit-flagged = คนสุจริตของสัญชาติหนึ่งถูกส่งต่อมากกว่าคนอื่น หนังสือเดินทางไม่ใช่เหตุ
primary-audit-clear = ไม่มีความต่างที่ตัวเลขแสดงได้ จำนวนน้อยบอกอะไรได้น้อย

primary-who = แต่ละคนเป็นใคร
primary-who-number = ผู้เดินทาง { $number } คน
primary-honest = ผู้เดินทางสุจริต
primary-facilitator = ผู้อยู่ในขบวนการนำพา
primary-smuggled = ผู้ถูกลักลอบขน
primary-presumed-victim = อาจเป็นผู้เสียหาย
primary-took = { $seconds } วินาที
primary-did-clear = คุณให้คนนี้ผ่าน
primary-did-second = คุณส่งตรวจชั้นที่สอง ด้วยเหตุ: { $ground }
primary-did-protection = คุณส่งต่อฝ่ายคุ้มครอง ด้วยเหตุ: { $ground }
primary-on-contradiction = คำตอบข้อ { $number } เทียบกับ{ $source }
primary-on-photo = รูปถ่าย
primary-on-behaviour = ท่าทีอย่างเดียว
primary-on-nothing = ไม่ระบุเหตุ
primary-outcome-accused = เห็นแล้ว แต่ส่งไปเหมือนผู้ถูกกล่าวหา ผู้ที่อาจเป็นผู้เสียหายต้องไปฝ่ายคุ้มครอง
primary-outcome-stands = ถูกต้อง ด้วยเหตุที่มีน้ำหนัก
primary-outcome-luck = ถูกเพราะโชค เหตุที่ให้ไว้ไม่มีน้ำหนัก
primary-outcome-victim-missed = พลาด คนที่รออยู่ข้างนอกควบคุมคนนี้ไว้แล้ว
primary-outcome-missed = พลาด
primary-outcome-explained = ส่งผิดคน สิ่งที่ไม่ตรงกันชี้แจงได้ และมีหลักฐานยืนยัน
primary-outcome-false-alarm = ส่งผิดคน ไม่มีสิ่งใดที่ตรวจสอบแล้วขัดกับคนนี้
primary-outcome-passed = ถูกต้อง
primary-told-nothing = สิ่งที่เห็นได้: { $seen } ไม่ได้บอกอะไร { $also }
primary-impostor = ใบหน้ากับรูปถ่ายต่างกันชัดเจน เทียบกันก็รู้
primary-all-fitted = คำตอบทุกข้อตรงกับหลักฐานทั้งหมด
primary-tell = { $ask } “{ $says }”
primary-tell-put = เมื่อให้ชี้แจง: “{ $put }”
primary-tell-none = ดูเหมือนขัดกันแต่ไม่ใช่ { $borne }
primary-tell-lesson = { $lesson }
primary-reached-not-asked = คุณไม่ได้ถาม
primary-reached-not-checked = คุณถามแต่ไม่ได้ตรวจสอบ
primary-reached-not-put = คุณเห็นแต่ไม่ได้ให้ผู้เดินทางชี้แจง
primary-reached-put = คุณให้ผู้เดินทางชี้แจงแล้ว
primary-was-bare = บันทึกของคุณไม่มีสิ่งที่พบพร้อมคำถามต่อจากนั้น จึงไม่ได้คะแนน
primary-was-asked = บันทึกของคุณใช้ได้ แต่ไม่ได้ตรวจสอบคำตอบ
primary-was-verified = บันทึกของคุณใช้ได้ มีสิ่งที่พบ คำถาม และผลการตรวจสอบ
primary-judged = “{ $word }” เป็นการตัดสิน เขียนสิ่งที่มองเห็นได้ ศาลและเพื่อนร่วมงานจะนำไปใช้ได้
